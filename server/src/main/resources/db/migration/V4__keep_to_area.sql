-- Rows of people's data of a village: seen and written by the offices that work with people, in their area, and not by bought-in surveyors.
create function platform.keep_to_area(target regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('create policy area on %s using ((select platform.sees_people())'
        || ' and village >= (select current_setting(''doudi.area_from'', true))'
        || ' and village <= (select current_setting(''doudi.area_to'', true)))', target);
    execute format('create policy no_surveyor on %s as restrictive using'
        || ' ((select current_setting(''doudi.role'', true)) <> ''SURVEYOR'')', target);
end $$;
revoke execute on function platform.keep_to_area(regclass) from public;
