-- Gaps that came of a department's list, which it is told the end of (clauses 2.4-6, 2.4-7, 2.4-8).
-- Rows that were written since their household was last looked at: what opens at the next look came of them.
create table matching.named (
    id bigint generated always as identity primary key,
    household bigint not null,
    import bigint not null,
    line integer not null
);
grant select, delete on matching.named to doudi_app;
create function matching.row_written() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into matching.named (household, import, line)
        select f.household, f.import, f.line from fresh f join stale s on s.id = f.id
        where f.state = 'ENTERED' and s.state <> 'ENTERED' and f.household is not null;
    return null;
end $$;
create trigger gaps_named after update on registry.import_row referencing new table as fresh old table as stale
    for each statement execute function matching.row_written();
create index named_household on matching.named (household);

-- Within how many working days of the gap a department is to hear what became of it. An example where no rule names it.
create table matching.answer_clock (
    valid_from date primary key,
    working_days integer not null check (working_days > 0),
    grade text not null check (grade in ('published', 'example'))
);
insert into matching.answer_clock (valid_from, working_days, grade) values ('2016-01-01', 30, 'example');
grant select on matching.answer_clock to doudi_app;

create table matching.origin (
    id bigint generated always as identity primary key,
    gap bigint not null references matching.gap,
    village text not null check (village ~ '^[0-9]{12}$'),
    department text not null,
    list text not null,
    import bigint not null,
    file_name text not null,
    line integer not null,
    due_on date not null,
    unique (gap, import)
);
create index origin_import on matching.origin (import, id);
create index origin_village on matching.origin (village, department);
alter table matching.origin enable row level security;
create policy scope on matching.origin using (platform.sees_people() and platform.sees_village(village)
    and current_setting('doudi.role', true) <> 'SURVEYOR'
    and (department = current_setting('doudi.department', true) or current_setting('doudi.role', true) = 'SYSTEM'));
grant select, insert on matching.origin to doudi_app;

-- The list a row belongs to, for the platform itself, which sees no department's lists.
create function matching.list_of(asked bigint) returns table (department text, list text, file_name text)
    language sql stable security definer set search_path = pg_catalog as $$
    select i.department, i.list, i.file_name from registry.list_import i where i.id = asked
$$;
revoke execute on function matching.list_of(bigint) from public;
grant execute on function matching.list_of(bigint) to doudi_app;
