-- A family whose dibao ends by itself (clause 2.2-7) is told ahead: once for each day of end.
create table benefits.exit_notice (
    id bigint generated always as identity primary key,
    village text not null,
    household bigint not null,
    fen bigint not null,
    ends_on date not null,
    announced_on date not null,
    delivered_on date,
    delivered_by bigint,
    way text check (way in ('IN_PERSON', 'BY_POST', 'BY_PHONE')),
    received_by text,
    unique (household, ends_on),
    check ((delivered_on is null) = (delivered_by is null) and (delivered_on is null) = (way is null))
);
create index award_ending on benefits.award (valid_to) where known_to is null and benefit = 'DIBAO';
create index exit_notice_open on benefits.exit_notice (village) where delivered_on is null;
alter table benefits.exit_notice enable row level security;
create policy area on benefits.exit_notice using ((select benefits.sees_money()) and village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));
grant select, insert on benefits.exit_notice to doudi_app;
grant update (delivered_on, delivered_by, way, received_by) on benefits.exit_notice to doudi_app;
