-- Who has to sign before a run's money goes, by its amount. A scheme of a county holds from its day on until the next one; no data of people.
create table benefits.signing_scheme (
    id bigint generated always as identity primary key,
    county text not null check (county ~ '^[0-9]{6}$'),
    valid_from date not null,
    source text not null,
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED')),
    proposed_by bigint not null,
    proposed_on date not null,
    decided_by bigint,
    decided_on date,
    check (decided_by is null or decided_by <> proposed_by),
    check (state = 'PROPOSED' or decided_by is not null)
);
create unique index one_signing_proposal on benefits.signing_scheme (county) where state = 'PROPOSED';
create index signing_scheme_county on benefits.signing_scheme (county, valid_from) where state = 'IN_FORCE';

-- From this amount on so many of finance and so many approvers sign; who releases is one of finance.
create table benefits.signing_band (
    scheme bigint not null references benefits.signing_scheme,
    from_fen bigint not null check (from_fen >= 0),
    finance integer not null check (finance between 1 and 5),
    approvers integer not null check (approvers between 0 and 5),
    primary key (scheme, from_fen)
);

create table benefits.signature (
    run bigint not null references benefits.run,
    officer bigint not null,
    village text not null,
    role text not null,
    signed_on date not null,
    primary key (run, officer)
);
alter table benefits.signature enable row level security;
create policy area on benefits.signature using ((select benefits.sees_money()) and village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));

grant select, insert on benefits.signing_scheme, benefits.signing_band, benefits.signature to doudi_app;
grant update (state, decided_by, decided_on) on benefits.signing_scheme to doudi_app;
