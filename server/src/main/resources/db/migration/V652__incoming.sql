-- Lists that the systems of departments hand in: the parts of a file until it is whole, what was taken, and of which rows the sender was told.
create table exchange.sender (
    account bigint primary key,
    verifying_key text not null,
    since timestamptz not null default now()
);
create table exchange.upload (
    id bigint generated always as identity primary key,
    village text not null,
    account bigint not null,
    list text not null,
    bytes bigint not null check (bytes between 1 and 536870912),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    made_at timestamptz not null default now(),
    unique (account, list, hash)
);
create table exchange.upload_part (
    upload bigint not null references exchange.upload on delete cascade,
    nth integer not null,
    village text not null,
    content bytea not null,
    primary key (upload, nth)
);
alter table exchange.upload_part alter column content set storage external;
create table exchange.incoming (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    list text not null,
    account bigint not null,
    version integer not null check (version > 0),
    header text not null,
    hash text not null,
    list_import bigint not null,
    taken_on date not null,
    receipts integer not null default 0,
    unique (county, list, version)
);
create table exchange.told (
    incoming bigint not null references exchange.incoming,
    key text not null,
    village text not null,
    receipt integer not null,
    primary key (incoming, key)
);
select platform.keep_to_area(t::regclass)
    from unnest(array['exchange.upload', 'exchange.upload_part', 'exchange.incoming', 'exchange.told']) t;
grant select, insert on exchange.sender, exchange.upload, exchange.upload_part, exchange.incoming, exchange.told to doudi_app;
grant update (verifying_key, since) on exchange.sender to doudi_app;
grant update (made_at), delete on exchange.upload to doudi_app;
grant delete on exchange.upload_part to doudi_app;
grant update (receipts) on exchange.incoming to doudi_app;
grant usage on all sequences in schema exchange to doudi_app;
