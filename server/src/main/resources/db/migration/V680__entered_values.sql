-- What the city and its counties enter of the parameters: proposed by one, put in force by another, laid over the pack that comes with the software. Public,
-- nobody's data; who may write is asked of the officer's role and area.
create schema parameters;

create table parameters.entered (
    id bigint generated always as identity primary key,
    place text not null check (place ~ '^[0-9]{4}([0-9]{2}([0-9]{3})?)?$'),
    parameter text not null,
    valid_from date not null,
    announced date not null,
    value bigint not null check (value >= 0),
    document text not null check (length(document) between 4 and 200),
    article text not null check (length(article) <= 100),
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN')),
    entered_by bigint not null,
    entered_on date not null,
    decided_by bigint,
    decided_on date,
    decided_at timestamptz,
    why text not null default '',
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (state = 'WITHDRAWN' or decided_by is null or decided_by <> entered_by)
);
create unique index one_proposal on parameters.entered (place, parameter, valid_from) where state = 'PROPOSED';
create index entered_in_force on parameters.entered (decided_at, id) where state = 'IN_FORCE';

grant usage on schema parameters to doudi_app;
grant select, insert on parameters.entered to doudi_app;
grant update (state, decided_by, decided_on, decided_at, why) on parameters.entered to doudi_app;
