-- One value that only the key file of this database can read: a wrong or new key file is told at the start.
create table platform.key_probe (
    only_one  boolean primary key default true check (only_one),
    encrypted bytea   not null
);

grant select, insert on platform.key_probe to doudi_app;
