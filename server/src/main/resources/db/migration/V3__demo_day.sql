-- By how many days the demonstration's day is away from the calendar's; empty where the office works on the calendar's day.
create table platform.demo_day (
    only_one boolean primary key default true check (only_one),
    days     integer not null
);

grant select, insert, update on platform.demo_day to doudi_app;
