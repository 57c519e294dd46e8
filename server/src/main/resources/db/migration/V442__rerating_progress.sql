-- A county's rerating is worked through in steps: how far it is, and what was looked at by township.
alter table benefits.rerating add column total integer not null default 0;
alter table benefits.rerating add column reached bigint not null default 0;

create table benefits.rerating_place (
    rerating bigint not null references benefits.rerating,
    village text not null,
    looked_at integer not null,
    unchanged integer not null,
    primary key (rerating, village)
);
create index rerating_place_village on benefits.rerating_place (village);
alter table benefits.rerating_place enable row level security;
create policy area on benefits.rerating_place using ((select benefits.sees_money())
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
grant select, insert, update on benefits.rerating_place to doudi_app;
