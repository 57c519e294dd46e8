-- Systems of departments that take and give lists by themselves: clients of OAuth 2, each working as an account with some of its rights.
create table identity.department_system (
    id bigint generated always as identity primary key,
    client text not null unique,
    account bigint not null references identity.account,
    label text not null check (length(label) between 1 and 60),
    -- of 256 random bits, so that a digest is enough and needs no salt
    secret_digest bytea not null,
    rights text[] not null check (cardinality(rights) > 0),
    -- SHA-256 of the certificate that it has to show, if it has to
    certificate bytea,
    made_at timestamptz not null,
    ended_at timestamptz
);
create table identity.system_token (
    digest bytea primary key,
    system bigint not null references identity.department_system,
    rights text[] not null,
    expires_at timestamptz not null
);
grant select, insert, update (ended_at) on identity.department_system to doudi_app;
grant select, insert, delete on identity.system_token to doudi_app;
