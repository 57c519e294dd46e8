-- Re-verification of many at once (clause 2.4-4): the platform checks consent, facts, rolls and amounts of every household that is due in a place. What it
-- may end by itself ends; all else keeps the reason for which a person looks, and stays in the plan.
alter table reverification.rhythm add column closes_unvisited boolean not null default false;
comment on column reverification.rhythm.closes_unvisited is 'whether a household may be closed by a mass check without a visit; no rule of the country lets it, so a city says so by a row of a later day';

create table reverification.mass_run (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    place text not null check (place ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    category text check (category in ('A', 'B', 'C')),
    due_until date not null,
    state text not null check (state in ('RUNNING', 'STOPPED', 'DONE')),
    -- up to which look it came: broken off, it goes on from there
    reached bigint not null default 0,
    total integer not null,
    started_on date not null,
    started_by bigint not null,
    started_name text not null,
    ended_on date,
    version integer not null default 0,
    check ((state = 'DONE') = (ended_on is not null))
);
create unique index mass_run_one on reverification.mass_run (place, (coalesce(category, ''))) where state <> 'DONE';
select platform.keep_to_area('reverification.mass_run');
grant select, insert, update on reverification.mass_run to doudi_app;

alter table reverification.task
    add column mass_run bigint references reverification.mass_run,
    add column checked_on date,
    add column checked_fallout text;
create index task_mass_run on reverification.task (mass_run) where mass_run is not null;
