-- Watching those who were lifted out (clause 2.1-5): an alert before they are poor by the rules, looked into by a person, and where it is so a case.
create table matching.alert_duty (
    reason text not null,
    valid_from date not null,
    role text not null,
    working_days integer not null check (working_days > 0),
    grade text not null check (grade in ('published', 'example')),
    primary key (reason, valid_from)
);
insert into matching.alert_duty (reason, valid_from, role, working_days, grade)
    select reason, '2016-01-01', 'TOWNSHIP_CLERK', 5, 'example' from unnest(array['INCOME', 'MEDICAL', 'DISASTER', 'JOB_LOST']) as reason;
grant select on matching.alert_duty to doudi_app;

create table matching.alert (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    reason text not null check (reason in ('INCOME', 'MEDICAL', 'DISASTER', 'JOB_LOST')),
    -- the figure of the household and the one that it passed, in fen; a lost job has none
    figure_fen bigint,
    limit_fen bigint,
    owner text not null,
    state text not null check (state in ('OPEN', 'CONFIRMED', 'IN_CASE', 'FALSE_ALARM', 'CLOSED')),
    opened_on date not null,
    due_on date not null,
    checked_on date,
    checked_by bigint,
    checked_name text,
    way text check (way in ('VISIT', 'RECORDS')),
    words text,
    case_number text,
    outcome text,
    closed_on date,
    version integer not null default 0,
    check ((state = 'CLOSED') = (closed_on is not null)),
    check (state not in ('CONFIRMED', 'IN_CASE', 'FALSE_ALARM') or checked_on is not null),
    check (state <> 'IN_CASE' or case_number is not null)
);
create unique index one_alert on matching.alert (household, reason) where state <> 'CLOSED';
create index alert_standing on matching.alert (village, due_on) where state <> 'CLOSED';
create index alert_household on matching.alert (household);
select platform.keep_to_area('matching.alert');
grant select, insert on matching.alert to doudi_app;
grant update (village, figure_fen, limit_fen, state, checked_on, checked_by, checked_name, way, words, case_number, outcome, closed_on, version)
    on matching.alert to doudi_app;

-- Who was there before these tables is looked at once.
insert into matching.due (household) select distinct household from registry.roll_entry where roll = 'REGISTER' and known_to is null
    order by household;
