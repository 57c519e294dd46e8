-- Programs work as an account by a token. The token is 256 random bits, so its digest is enough and needs no salt.
create table identity.access_token (
    id bigint generated always as identity primary key,
    account bigint not null references identity.account,
    label text not null check (length(label) between 1 and 60),
    digest bytea not null unique,
    made_at timestamptz not null,
    expires_on date not null,
    revoked_at timestamptz,
    last_used_at timestamptz
);
create index access_token_account on identity.access_token (account);
grant select, insert on identity.access_token to doudi_app;
grant update (revoked_at, last_used_at) on identity.access_token to doudi_app;

-- What a program asked for under a key, and the answer it got, so that the same request works once.
create table platform.api_request (
    officer bigint not null,
    key text not null,
    request text not null,
    answer text,
    made_at timestamptz not null default now(),
    primary key (officer, key)
);
alter table platform.api_request enable row level security;
create policy own on platform.api_request using (officer::text = current_setting('doudi.officer', true));
grant select, insert, update, delete on platform.api_request to doudi_app;
