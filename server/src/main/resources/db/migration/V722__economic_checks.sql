-- Economic checks of households under re-verification (clause 2.4-4): what a department was asked for, of whom, and which of its lists answers that. A request is a
-- delivery of the list CHECK, so that agreement, signature, receipt and clock are those of every delivery.
create table exchange.check_request (
    delivery bigint primary key references exchange.delivery deferrable initially deferred,
    village text not null,
    kind text not null check (kind in ('INCOME', 'PROPERTY')),
    asked_on date not null
);
create table exchange.check_person (
    delivery bigint not null references exchange.check_request,
    village text not null,
    household bigint not null,
    person bigint not null,
    primary key (delivery, person)
);
create index check_person_household on exchange.check_person (household, delivery);
create table exchange.check_answer (
    delivery bigint not null references exchange.check_request,
    village text not null,
    list_import bigint not null,
    handed_on date not null,
    handed_by bigint not null,
    primary key (delivery, list_import)
);
select platform.keep_to_area(t::regclass)
    from unnest(array['exchange.check_request', 'exchange.check_person', 'exchange.check_answer']) t;
grant select, insert on exchange.check_request, exchange.check_person, exchange.check_answer to doudi_app;

-- Of whom the lists that answer a request tell something that could be written or stood there: of property any member of a household answers for it. The platform
-- sees no department's lists, so this tells who, and not what.
create function exchange.check_answered(asked bigint) returns table (person bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select p.person from exchange.check_person p join exchange.check_request q on q.delivery = p.delivery
    where p.delivery = asked
        and p.village >= current_setting('doudi.area_from', true) and p.village <= current_setting('doudi.area_to', true)
        and exists (select from exchange.check_answer a join registry.import_row r on r.import = a.list_import
            where a.delivery = p.delivery and r.household = p.household and r.state in ('ENTERED', 'ALREADY')
                and (q.kind = 'PROPERTY' or r.person = p.person))
$$;
revoke execute on function exchange.check_answered(bigint) from public;
grant execute on function exchange.check_answered(bigint) to doudi_app;

alter table reverification.rhythm add column asks_check boolean not null default false;
comment on column reverification.rhythm.asks_check is
    'whether the machine closes only a household of which a department answered an economic check since it was last verified; a city says so by a row of a later day';
