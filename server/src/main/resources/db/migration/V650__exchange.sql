-- Lists that go from one department to another (clauses 2.4-5 to 2.4-8): who may have what, what was handed over, and what became of each row.
create schema exchange;
grant usage on schema exchange to doudi_app;

-- One list of a county for one department. The secret makes the keys of rows, which another department cannot match with its own.
create table exchange.channel (
    id bigint generated always as identity primary key,
    county text not null check (county ~ '^[0-9]{6}$'),
    list text not null,
    receiver text not null,
    secret_enc bytea not null,
    unique (county, list, receiver)
);

-- What was agreed; no data of people.
create table exchange.agreement (
    id bigint generated always as identity primary key,
    channel bigint not null references exchange.channel,
    receiver_name text not null,
    purpose text not null,
    basis text not null,
    fields text[] not null check (cardinality(fields) > 0),
    receiver_key text not null,
    valid_from date not null,
    valid_to date not null check (valid_to >= valid_from),
    receipt_days integer not null check (receipt_days between 1 and 60),
    handling_days integer not null check (handling_days between 1 and 120),
    state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'REPLACED')),
    proposed_by bigint not null,
    proposed_on date not null,
    decided_by bigint,
    decided_on date,
    check (decided_by is null or decided_by <> proposed_by),
    check (state = 'PROPOSED' or decided_by is not null)
);
create unique index one_agreement_proposal on exchange.agreement (channel) where state = 'PROPOSED';
create unique index one_agreement_in_force on exchange.agreement (channel) where state = 'IN_FORCE';

-- The keys that this platform signs with, one in use for each algorithm.
create table exchange.signing_key (
    algorithm text primary key,
    public_key text not null,
    private_enc bytea not null,
    made_at timestamptz not null
);

create table exchange.delivery (
    id bigint generated always as identity primary key,
    channel bigint not null references exchange.channel,
    agreement bigint not null references exchange.agreement,
    village text not null,
    version integer not null check (version > 0),
    period date not null,
    header text not null,
    signature text not null,
    hash text not null,
    rows bigint not null,
    added bigint not null,
    changed bigint not null,
    gone bigint not null,
    bytes bigint not null,
    parts integer not null,
    made_by bigint not null,
    made_on date not null,
    receipt_due date not null,
    handling_due date not null,
    handed_on date,
    received_on date,
    handled_on date,
    receipts integer not null default 0,
    unique (channel, version)
);

-- The rows as they were signed, encrypted in parts of one size.
create table exchange.part (
    delivery bigint not null references exchange.delivery,
    nth integer not null,
    village text not null,
    content bytea not null,
    primary key (delivery, nth)
);
alter table exchange.part alter column content set storage external;

-- Whose data went in which delivery, and what the receiver did with it.
create table exchange.entry (
    delivery bigint not null references exchange.delivery,
    key text not null,
    village text not null,
    household bigint not null,
    person bigint,
    digest text not null,
    change text not null check (change in ('ADDED', 'CHANGED', 'SAME', 'GONE')),
    outcome text,
    reason text,
    handled_on date,
    primary key (delivery, key),
    check ((outcome is null) = (handled_on is null))
);
create index entry_household on exchange.entry (household, delivery);

create table exchange.receipt (
    delivery bigint not null references exchange.delivery,
    number integer not null,
    village text not null,
    rows bigint not null,
    received_on date not null,
    taken_on date not null,
    taken_by bigint not null,
    content bytea not null,
    primary key (delivery, number)
);
alter table exchange.receipt alter column content set storage external;

-- What was asked for or handed in and refused, and why.
create table exchange.refusal (
    id bigint generated always as identity primary key,
    county text not null,
    asked_on date not null,
    officer bigint not null,
    list text not null,
    receiver text not null,
    cause text not null
);
create index refusal_county on exchange.refusal (county, id);

do $$
declare t text;
begin
    foreach t in array array['delivery', 'part', 'entry', 'receipt'] loop
        execute format('alter table exchange.%I enable row level security', t);
        execute format('create policy area on exchange.%I using ((select platform.sees_people())'
            || ' and village >= (select current_setting(''doudi.area_from'', true))'
            || ' and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('create policy no_surveyor on exchange.%I as restrictive using'
            || ' ((select current_setting(''doudi.role'', true)) <> ''SURVEYOR'')', t);
    end loop;
end $$;

grant select, insert on all tables in schema exchange to doudi_app;
grant usage on all sequences in schema exchange to doudi_app;
grant update (state, decided_by, decided_on) on exchange.agreement to doudi_app;
grant update (header, signature, hash, rows, added, changed, gone, bytes, parts, handed_on, received_on, handled_on, receipts)
    on exchange.delivery to doudi_app;
grant update (outcome, reason, handled_on) on exchange.entry to doudi_app;
-- a channel is locked while its next delivery is made
grant update (list) on exchange.channel to doudi_app;
