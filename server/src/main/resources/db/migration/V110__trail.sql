-- The trail: 16 chains, each entry's hash covers the one before; the head holds the length and a keyed seal.
create schema audit;

create table audit.entry (
    chain smallint not null,
    number bigint not null,
    at timestamptz not null,
    officer bigint not null,
    officer_name text not null,
    role text not null,
    department text not null,
    area text not null,
    origin text not null,
    act text not null,
    household bigint,
    person bigint,
    case_number text,
    why text not null,
    what text not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    primary key (chain, number)
);
create index entry_at on audit.entry (at);
create index entry_officer on audit.entry (officer, at);
create index entry_household on audit.entry (household, at) where household is not null;

create table audit.head (
    chain smallint primary key check (chain between 0 and 15),
    count bigint not null,
    hash text not null,
    seal text
);
insert into audit.head (chain, count, hash) select n, 0, repeat('0', 64) from generate_series(0, 15) n;

-- The platform adds; it can neither change nor remove.
grant usage on schema audit to doudi_app;
grant select, insert on audit.entry to doudi_app;
grant select, update on audit.head to doudi_app;

alter table audit.entry enable row level security;
create policy entry_add on audit.entry for insert to doudi_app with check (true);
create policy entry_read on audit.entry for select to doudi_app using (
    current_setting('doudi.role', true) in ('AUDITOR', 'SYSTEM')
    or (household is not null and platform.sees_people()));
