-- The bank file itself, packed and encrypted in parts: handed out as it was sealed, whatever a later version would write.
create table benefits.run_file_part (
    run bigint not null references benefits.run,
    nth integer not null,
    village text not null,
    content bytea not null,
    primary key (run, nth)
);
alter table benefits.run_file_part alter column content set storage external;
alter table benefits.run_file_part enable row level security;
create policy area on benefits.run_file_part using ((select benefits.sees_money()) and village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));
grant select, insert on benefits.run_file_part to doudi_app;
alter table benefits.run_file add column parts integer not null default 0;
