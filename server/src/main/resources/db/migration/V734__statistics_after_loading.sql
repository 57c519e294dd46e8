-- Whoever filled tables with very many rows at once has the planner know it at once; PostgreSQL itself would look at them minutes later, and at the whole of a
-- table that stands in parts never. Only the owner may analyze a table, so this does it for whoever fills it.
create function registry.filled(names text[]) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare name text;
begin
    foreach name in array names loop
        if name not in ('household', 'person', 'membership', 'fact', 'roll_entry', 'import_row') then
            raise exception 'not a table that is filled by a list: %', name;
        end if;
        execute format('analyze registry.%I', name);
    end loop;
end $$;
revoke execute on function registry.filled(text[]) from public;
grant execute on function registry.filled(text[]) to doudi_app;
