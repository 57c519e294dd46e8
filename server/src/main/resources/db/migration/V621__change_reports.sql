-- Reports of changes from village and township (clause 2.4-2): sent, accepted or sent back, and only by accepting recorded.
create schema changes;
grant usage on schema changes to doudi_app;

-- Which office accepts a kind, and within how many working days. 2.4-2 has village and township report to the county, so the county accepts; a city that
-- leaves a kind to the townships (2.4-9) adds a row of a later day. The days are examples.
create table changes.duty (
    kind text not null,
    valid_from date not null,
    role text not null check (role in ('COUNTY_OFFICER', 'TOWNSHIP_CLERK', 'TOWNSHIP_REVIEWER')),
    working_days integer not null check (working_days > 0),
    grade text not null check (grade in ('published', 'example')),
    primary key (kind, valid_from)
);
insert into changes.duty (kind, valid_from, role, working_days, grade)
    select kind, '2016-01-01', 'COUNTY_OFFICER', 5, 'example' from unnest(array['BIRTH', 'MARRIAGE', 'DEATH', 'MOVE', 'JOB', 'ILLNESS', 'VEHICLE',
        'HOUSE', 'PRISON', 'RELEASE']) as kind;
grant select on changes.duty to doudi_app;

create table changes.report (
    id bigint generated always as identity primary key,
    -- made with the form: the same form sent twice is one report
    form_key uuid not null unique,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    kind text not null,
    happened_on date not null,
    content_enc bytea not null,
    state text not null check (state in ('SENT', 'ACCEPTED', 'OFFERED', 'SENT_BACK', 'WITHDRAWN')),
    sender bigint not null,
    sender_name text not null,
    sender_role text not null,
    sent_on date not null,
    owner text not null,
    due_on date not null,
    ended_on date,
    ended_by text,
    reason text,
    words text,
    version integer not null default 0,
    check ((state = 'SENT') = (ended_on is null)),
    check ((state = 'SENT_BACK') = (reason is not null))
);
create index report_waiting on changes.report (village, due_on) where state = 'SENT';
create index report_sender on changes.report (sender, id);
create index report_household on changes.report (household);
select platform.keep_to_area('changes.report');
grant select, insert on changes.report to doudi_app;
grant update (state, ended_on, ended_by, reason, words, version) on changes.report to doudi_app;

-- Who serves a sentence is not counted in a household meanwhile, and is counted again on the day of return.
alter table registry.change drop constraint change_kind_check;
alter table registry.change add constraint change_kind_check check (kind in ('BIRTH', 'MARRIAGE', 'ADOPTION', 'DEATH', 'DEPARTURE', 'RETURN', 'MOVE',
    'NEW_HEAD', 'SPLIT', 'MERGE', 'KIN', 'SAME_PERSON', 'CORRECTION'));
