-- By which a household sees who got its data, without an account: a code that an officer gives it on paper, kept as a digest.
create table exchange.household_code (
    household bigint primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    digest bytea not null,
    given_by bigint not null,
    given_on date not null,
    until date not null
);
select platform.keep_to_area('exchange.household_code'::regclass);
grant select, insert, update (village, digest, given_by, given_on, until) on exchange.household_code to doudi_app;

create function exchange.went(asked_number text, asked_digest bytea, day date)
    returns table (county text, list text, receiver text, version integer, made_on date, handed_on date, receiver_name text,
        purpose text, basis text, valid_to date, fields text, gone boolean)
    language sql stable security definer set search_path = pg_catalog as $$
    select c.county, c.list, c.receiver, d.version, d.made_on, d.handed_on, a.receiver_name, a.purpose, a.basis, a.valid_to,
        array_to_string(a.fields, ','), bool_and(e.change = 'GONE')
    from exchange.household_code k join registry.household h on h.id = k.household
        join exchange.entry e on e.household = k.household join exchange.delivery d on d.id = e.delivery
        join exchange.agreement a on a.id = d.agreement join exchange.channel c on c.id = d.channel
    where h.number = asked_number and k.digest = asked_digest and k.until >= day
    group by c.id, d.id, a.id order by d.id desc limit 100
$$;
create function exchange.code_fits(asked_number text, asked_digest bytea, day date) returns boolean
    language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from exchange.household_code k join registry.household h on h.id = k.household
        where h.number = asked_number and k.digest = asked_digest and k.until >= day)
$$;
revoke execute on function exchange.went(text, bytea, date), exchange.code_fits(text, bytea, date) from public;
grant execute on function exchange.went(text, bytea, date), exchange.code_fits(text, bytea, date) to doudi_app;
