-- Each household once, however often it waited.
create or replace function matching.all_due() returns bigint language sql security definer set search_path = pg_catalog as $$
    delete from matching.due;
    with added as (
        insert into matching.due (household) select id from registry.household where dissolved_on is null order by id returning 1)
    select count(*) from added
$$;
