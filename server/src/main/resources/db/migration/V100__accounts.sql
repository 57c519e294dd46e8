-- The people who work here and how they sign in. Without a role an account waits for the security administrator.
create schema identity;

create table identity.account (
    id bigint generated always as identity primary key,
    username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    name text not null check (length(name) between 1 and 60),
    role text,
    area text check (area ~ '^([0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
    state text not null check (state in ('WAITING', 'ACTIVE', 'LOCKED')),
    password_hash text not null,
    password_changed_at timestamptz not null,
    must_change boolean not null,
    totp_secret bytea,
    totp_step bigint not null default 0,
    failures integer not null default 0,
    locked_until timestamptz,
    last_sign_in_at timestamptz,
    last_sign_in_from text,
    created_at timestamptz not null,
    check (state = 'WAITING' or (role is not null and area is not null))
);
create index account_area on identity.account (area, role);

grant usage on schema identity to doudi_app;
grant select, insert, update on identity.account to doudi_app;
