-- A month of a million lines. Each line is written twice, computed and sent: its state stands in no index, so that the second writing stays on the
-- line's page and touches none. What outlives its own month, because it was held, had no account or came back, is marked as late and found by that.
drop index benefits.one_line, benefits.line_household, benefits.line_run;
create unique index one_line on benefits.line (household, benefit, month, (coalesce(person, 0)));
create index line_run on benefits.line (run);
alter table benefits.line set (fillfactor = 50);
alter table benefits.line add column late boolean not null default false;
update benefits.line l set late = true from benefits.run r
    where r.id = l.run and r.released_on is not null and l.state in ('TO_PAY', 'NO_ACCOUNT', 'HELD', 'REJECTED', 'REVERSED');
create index line_late on benefits.line (village) where late;
grant update (late) on benefits.line to doudi_app;

-- One index tells how often a line was tried, and that no try is there twice.
drop index benefits.transfer_line, benefits.transfer_run;
create unique index one_try on benefits.transfer (line, attempt);
create index transfer_run on benefits.transfer (run);
revoke update on benefits.transfer from doudi_app;
grant update (state, code, settled_on) on benefits.transfer to doudi_app;

-- PostgreSQL asks for the row behind a foreign key once for each new row, which took longer than to write it. These ask once a statement.
alter table benefits.line drop constraint line_run_fkey;
alter table benefits.transfer drop constraint transfer_line_fkey, drop constraint transfer_run_fkey, drop constraint transfer_account_fkey;

-- Arguments: a column of the new rows, and the table whose id it is; and so on.
create function benefits.refers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    missing bigint;
begin
    for i in 0 .. tg_nargs - 1 by 2 loop
        execute format('select f.%1$I from fresh f where not exists (select from benefits.%2$I p where p.id = f.%1$I) limit 1',
            tg_argv[i], tg_argv[i + 1]) into missing;
        if missing is not null then
            raise exception 'there is no % % for a row of %', tg_argv[i + 1], missing, tg_table_name using errcode = '23503';
        end if;
    end loop;
    return null;
end $$;
create trigger refers after insert on benefits.line referencing new table as fresh
    for each statement execute function benefits.refers('run', 'run');
create trigger refers after insert on benefits.transfer referencing new table as fresh
    for each statement execute function benefits.refers('line', 'line', 'run', 'run', 'account', 'bank_account');

create function benefits.referred() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    if exists (select from gone g join benefits.transfer t on t.line = g.id) then
        raise exception 'a line with a transfer cannot be removed' using errcode = '23503';
    end if;
    return null;
end $$;
create trigger referred after delete on benefits.line referencing old table as gone
    for each statement execute function benefits.referred();
