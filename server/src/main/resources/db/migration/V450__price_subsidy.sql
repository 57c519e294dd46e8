-- The price subsidy (clause 2.3-4). A figure says how much prices rose against the same month of the year before, in hundredths of a percent,
-- with its source. A corrected figure stays, with the moments between which it was the one in force. No data of people.
create table benefits.price_index (
    id bigint generated always as identity primary key,
    place text not null check (place ~ '^([0-9]{4}|[0-9]{6})$'),
    month date not null check (extract(day from month) = 1),
    cpi integer not null,
    food integer not null,
    published_on date not null,
    source text not null,
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED')),
    triggers boolean not null,
    due_on date not null,
    why text not null,
    entered_by bigint not null,
    entered_on date not null,
    decided_by bigint,
    decided_on date,
    decided_why text,
    known_from timestamptz,
    known_to timestamptz,
    check (published_on >= month),
    check (decided_by is null or decided_by <> entered_by),
    check (state <> 'IN_FORCE' or known_from is not null)
);
create unique index one_price_index on benefits.price_index (place, month) where state = 'IN_FORCE' and known_to is null;
create unique index one_price_proposal on benefits.price_index (place, month) where state = 'PROPOSED';

-- What a run of the price subsidy was computed from, so that its amounts can be told years later.
create table benefits.run_price (
    run bigint primary key references benefits.run,
    village text not null,
    price_index bigint not null references benefits.price_index,
    rise bigint not null,
    standard_fen bigint not null,
    times bigint not null,
    round_to_fen bigint not null,
    least_fen bigint not null,
    person_fen bigint not null,
    version text not null
);
alter table benefits.run_price enable row level security;
create policy area on benefits.run_price using ((select benefits.sees_money()) and village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));

grant select, insert on benefits.price_index, benefits.run_price to doudi_app;
grant update (state, decided_by, decided_on, decided_why, known_from, known_to) on benefits.price_index to doudi_app;
