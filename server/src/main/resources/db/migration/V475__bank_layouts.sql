-- The layouts of the banks that a county pays through: kept as data, from-until, looked at by a second person; each run is written in the one
-- that finance chose, and the last choice is the next run's beginning.
create table benefits.bank_layout (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    name text not null,
    -- null for ISO 20022
    layout text,
    valid_from date not null,
    valid_until date,
    state text not null default 'PROPOSED' check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED')),
    entered_by bigint not null,
    entered_on date not null,
    decided_by bigint,
    decided_on date,
    why text not null default '',
    check (valid_until is null or valid_until >= valid_from),
    check (decided_by is null or decided_by <> entered_by)
);
create unique index bank_layout_name on benefits.bank_layout (county, name, valid_from) where state <> 'REFUSED';
create table benefits.run_layout (
    run bigint primary key references benefits.run,
    village text not null,
    county text not null,
    -- null for what the platform's setting says
    bank_layout bigint references benefits.bank_layout,
    chosen_by bigint not null,
    chosen_on date not null
);
alter table benefits.bank_layout enable row level security;
create policy area on benefits.bank_layout using ((select benefits.sees_money())
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
alter table benefits.run_layout enable row level security;
create policy area on benefits.run_layout using ((select benefits.sees_money())
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
grant select, insert on benefits.bank_layout, benefits.run_layout to doudi_app;
grant update (state, decided_by, decided_on, why, valid_until) on benefits.bank_layout to doudi_app;
grant update (bank_layout, chosen_by, chosen_on) on benefits.run_layout to doudi_app;
alter table benefits.run_file add column bank text;
