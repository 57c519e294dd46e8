-- Re-verification (clauses 2.4-2, 2.4-4): everybody on a roll is looked at again, by category, at least once a year, and at random.
create schema reverification;
grant usage on schema reverification to doudi_app;

-- How often, by category, from a day on; never less than yearly (2.4-4). The three intervals are those of Guofa (2012) No. 45 for the country; the days of
-- notice and of grace, and whether the machine may close, name no rule: a city sets them by adding a row of a later day.
create table reverification.rhythm (
    category text not null check (category in ('A', 'B', 'C')),
    valid_from date not null,
    months integer not null check (months between 1 and 12),
    -- so many days before the day the family is told, and so many days after it the payment goes on
    notice_days integer not null check (notice_days >= 15),
    grace_days integer not null check (grace_days >= 7),
    -- whether unchanged and assessed the same is closed without a second person
    machine_closes boolean not null,
    -- whether that holds as well where an assessment used values that are only examples
    accepts_examples boolean not null,
    grade text not null check (grade in ('published', 'example')),
    primary key (category, valid_from)
);
insert into reverification.rhythm (category, valid_from, months, notice_days, grace_days, machine_closes, accepts_examples, grade) values
    ('A', '2013-01-01', 12, 30, 15, true, false, 'example'),
    ('B', '2013-01-01', 6, 30, 15, true, false, 'example'),
    ('C', '2013-01-01', 3, 30, 15, false, false, 'example');
grant select on reverification.rhythm to doudi_app;

create table reverification.task (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    category text not null check (category in ('A', 'B', 'C')),
    origin text not null check (origin in ('CALENDAR', 'SAMPLE')),
    base_on date not null,
    planned_on date not null,
    due_on date not null,
    state text not null check (state in ('PLANNED', 'TO_CONFIRM', 'DONE')),
    visitor bigint,
    visitor_name text,
    announced_on date,
    delivered_on date,
    delivered_by bigint,
    way text check (way in ('IN_PERSON', 'BY_POST', 'BY_PHONE')),
    received_by text,
    visited_on date,
    recorded_by bigint,
    recorded_name text,
    finding text check (finding in ('UNCHANGED', 'CHANGED')),
    change text,
    evidence text,
    fallout text,
    ending text check (ending in ('CLOSED_BY_MACHINE', 'CONFIRMED', 'CASE', 'OFF_ROLL')),
    ended_on date,
    ended_by bigint,
    ended_words text,
    case_number text,
    hold bigint,
    hold_lifted_on date,
    version integer not null default 0,
    check ((state = 'DONE') = (ending is not null) and (ending is null) = (ended_on is null)),
    check ((delivered_on is null) = (way is null)),
    check ((finding is null) = (visited_on is null))
);
create unique index task_open on reverification.task (household) where state <> 'DONE';
create index task_household on reverification.task (household, ended_on);
create index task_village on reverification.task (village, due_on) where state <> 'DONE';
create index task_due on reverification.task (due_on) where state = 'PLANNED';
create index task_held on reverification.task (id) where hold is not null and hold_lifted_on is null;

-- A random sample: the seed is made by the platform in the act that draws, kept and shown, so that anybody can draw again and nobody could choose.
create table reverification.sample (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    place text not null check (place ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    month date not null check (extract(day from month) = 1),
    drawn_on date not null,
    known_at timestamptz not null,
    seed text not null check (seed ~ '^[0-9a-f]{32}$'),
    population integer not null,
    size integer not null check (size > 0),
    due_on date not null,
    drawn_by bigint not null,
    drawn_name text not null,
    unique (place, month)
);
create table reverification.drawn (
    sample bigint not null references reverification.sample,
    place integer not null,
    village text not null,
    household bigint not null,
    number text not null,
    mark text not null,
    primary key (sample, place)
);
create index drawn_village on reverification.drawn (village);

do $$
declare t text;
begin
    foreach t in array array['task', 'sample', 'drawn'] loop
        execute format('alter table reverification.%I enable row level security', t);
        execute format('create policy area on reverification.%I using ((select platform.sees_people()) and village >= '
            || '(select current_setting(''doudi.area_from'', true)) and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('create policy no_surveyor on reverification.%I as restrictive using'
            || ' ((select current_setting(''doudi.role'', true)) <> ''SURVEYOR'')', t);
        execute format('grant select, insert on reverification.%I to doudi_app', t);
    end loop;
end $$;
grant update on reverification.task to doudi_app;
