-- Visits at home that somebody makes for the office: a bought-in surveyor who was asked, or people of the village.
create table casework.visit (
    id bigint generated always as identity primary key,
    case_id bigint not null references casework.case_file,
    village text not null,
    visitor bigint not null,
    visitor_name text not null,
    visitor_role text not null,
    asked_on date not null,
    filled_on date,
    content json,
    unique (case_id, visitor),
    check ((filled_on is null) = (content is null))
);
create index visit_visitor on casework.visit (visitor);

alter table casework.visit enable row level security;
create policy area on casework.visit using ((select platform.sees_people()) and village >=
    (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
grant select, insert on casework.visit to doudi_app;
grant update (asked_on, filled_on, content) on casework.visit to doudi_app;

-- A surveyor is no officer: of all cases and people only those whose visit was given to them, while it is to be made.
create policy own on casework.visit as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR'
        or visitor = (select current_setting('doudi.officer', true)::bigint));
create policy asked on casework.case_file as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR'
        or (step = 'HOME_SURVEY' and standing = 'RUNNING' and id in (select case_id from casework.visit)));
create policy asked on casework.attachment as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR' or case_id in (select id from casework.case_file));
create policy asked on registry.household as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR'
        or id in (select household from casework.case_file));
create policy asked on registry.membership as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR'
        or household in (select household from casework.case_file));
create policy asked on registry.person as restrictive
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR'
        or id in (select person from registry.membership));

do $$
declare t text;
begin
    foreach t in array array['casework.step_report', 'casework.benefit', 'casework.objection', 'casework.receipt',
        'casework.consequence', 'registry.fact', 'registry.roll_entry'] loop
        execute format('create policy no_surveyor on %s as restrictive using'
            || ' ((select current_setting(''doudi.role'', true)) <> ''SURVEYOR'')', t);
    end loop;
end $$;
