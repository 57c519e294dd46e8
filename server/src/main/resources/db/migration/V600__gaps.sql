-- Differences between the rules and the rolls as daily work (clauses 1.2-1, 2.1-3, 2.4-6, 2.4-7, 2.4-8): each has an owner, a deadline and an end.
create schema matching;
grant usage on schema matching to doudi_app;

-- Households to be looked at again. Only added to and taken from, so that nobody waits for anybody.
create table matching.due (
    id bigint generated always as identity primary key,
    household bigint not null,
    since timestamptz not null default now()
);
grant select, update, delete on matching.due to doudi_app;

-- Whoever writes what the rules look at puts the household there, by a page, a list or a loader.
create function matching.changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into matching.due (household) select distinct household from fresh;
    return null;
end $$;
create function matching.person_changed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into matching.due (household)
        select distinct m.household from fresh f join registry.membership m on m.person = f.id and m.known_to is null;
    return null;
end $$;
create function matching.all_due() returns bigint language sql security definer set search_path = pg_catalog as $$
    with added as (
        insert into matching.due (household) select id from registry.household where dissolved_on is null order by id returning 1)
    select count(*) from added
$$;
revoke execute on function matching.all_due() from public;
grant execute on function matching.all_due() to doudi_app;

do $$
declare t text;
begin
    foreach t in array array['fact', 'roll_entry', 'membership'] loop
        execute format('create trigger gaps_added after insert on registry.%I referencing new table as fresh'
            || ' for each statement execute function matching.changed()', t);
        execute format('create trigger gaps_changed after update on registry.%I referencing new table as fresh'
            || ' for each statement execute function matching.changed()', t);
    end loop;
end $$;
create trigger gaps_changed after update on registry.person referencing new table as fresh
    for each statement execute function matching.person_changed();

-- Which office answers for a kind of gap, and within how many working days. The days are examples where no rule names them.
create table matching.duty (
    kind text not null,
    valid_from date not null,
    role text not null,
    working_days integer not null check (working_days > 0),
    grade text not null check (grade in ('published', 'example')),
    primary key (kind, valid_from)
);
insert into matching.duty (kind, valid_from, role, working_days, grade) values
    ('MISSING_FROM_DIBAO', '2016-01-01', 'TOWNSHIP_CLERK', 10, 'example'),
    ('DUE_TO_LEAVE_DIBAO', '2016-01-01', 'TOWNSHIP_CLERK', 20, 'example'),
    ('MISSING_FROM_REGISTER', '2016-01-01', 'POVERTY_OFFICER', 20, 'example'),
    ('FALLEN_BACK', '2016-01-01', 'POVERTY_OFFICER', 10, 'published'),
    ('DUE_TO_LEAVE_REGISTER', '2016-01-01', 'POVERTY_OFFICER', 20, 'example'),
    ('MISSING_FROM_TEKUN', '2016-01-01', 'TOWNSHIP_CLERK', 10, 'example'),
    ('DUE_TO_LEAVE_TEKUN', '2016-01-01', 'TOWNSHIP_CLERK', 20, 'example'),
    ('MISSING_LIVING_ALLOWANCE', '2016-01-01', 'DISABLED_FEDERATION_OFFICER', 10, 'example'),
    ('DUE_TO_LEAVE_LIVING_ALLOWANCE', '2016-01-01', 'DISABLED_FEDERATION_OFFICER', 20, 'example'),
    ('MISSING_CARE_ALLOWANCE', '2016-01-01', 'DISABLED_FEDERATION_OFFICER', 10, 'example'),
    ('DUE_TO_LEAVE_CARE_ALLOWANCE', '2016-01-01', 'DISABLED_FEDERATION_OFFICER', 20, 'example');
grant select on matching.duty to doudi_app;

create table matching.gap (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    person bigint,
    kind text not null,
    owner text not null,
    state text not null check (state in ('OPEN', 'IN_WORK', 'SETTLED', 'CLOSED')),
    opened_on date not null,
    due_on date not null,
    holder bigint,
    case_number text,
    outcome text,
    words text,
    decided_by bigint,
    decided_on date,
    closed_on date,
    version integer not null default 0,
    check ((state = 'CLOSED') = (closed_on is not null)),
    check (state <> 'SETTLED' or (outcome is not null and decided_by is not null))
);
create unique index one_gap on matching.gap (household, kind, (coalesce(person, 0))) where state <> 'CLOSED';
create index gap_standing on matching.gap (village, kind) where state <> 'CLOSED';
create index gap_household on matching.gap (household);
create index gap_closed on matching.gap (village, closed_on) where state = 'CLOSED';

alter table matching.gap enable row level security;
create policy area on matching.gap using ((select platform.sees_people()) and village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));
create policy no_surveyor on matching.gap as restrictive using ((select current_setting('doudi.role', true)) <> 'SURVEYOR');
grant select, insert on matching.gap to doudi_app;
grant update (state, holder, case_number, outcome, words, decided_by, decided_on, closed_on, version) on matching.gap to doudi_app;

-- Figures without people, for everybody of an area: below each of its divisions of so many digits.
create function matching.board(digits integer, day date) returns table (place text, kind text, standing bigint, overdue bigint, settled bigint,
        opened bigint, closed bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select left(g.village, digits), g.kind,
        count(*) filter (where g.state in ('OPEN', 'IN_WORK')),
        count(*) filter (where g.state in ('OPEN', 'IN_WORK') and g.due_on < day),
        count(*) filter (where g.state = 'SETTLED'),
        count(*) filter (where g.opened_on > day - 30),
        count(*) filter (where g.closed_on > day - 30)
    from matching.gap g
    where g.village >= current_setting('doudi.area_from', true) and g.village <= current_setting('doudi.area_to', true)
        and current_setting('doudi.role', true) <> 'SURVEYOR'
    group by 1, 2
$$;
-- How many stood at the end of each of the last weeks.
create function matching.trend(day date) returns table (week date, standing bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select w::date, (select count(*) from matching.gap g
        where g.village >= current_setting('doudi.area_from', true) and g.village <= current_setting('doudi.area_to', true)
            and current_setting('doudi.role', true) <> 'SURVEYOR'
            and g.opened_on <= w and (g.closed_on is null or g.closed_on > w))
    from generate_series(day - 77, day, interval '7 days') w
$$;
revoke execute on function matching.board(integer, date), matching.trend(date) from public;
grant execute on function matching.board(integer, date), matching.trend(date) to doudi_app;

-- By which parameters the gaps were computed; others mean that everybody is looked at again.
create table matching.pack (
    id text primary key,
    since timestamptz not null default now()
);
grant select, insert, delete on matching.pack to doudi_app;

-- What was there before these tables.
insert into matching.due (household) select id from registry.household where dissolved_on is null order by id;
