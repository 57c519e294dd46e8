-- What a surveyor may see of households and people is asked row by row, and of surveyors only. As queries inside of the policies it was planned
-- for everybody: on a city of a million people PostgreSQL read the whole table of persons rather than risk them once a row.
create function casework.asked_household(id bigint) returns boolean language plpgsql stable parallel safe cost 1 set search_path = pg_catalog as $$
begin
    return exists (select from casework.case_file c where c.household = asked_household.id);
end $$;
create function casework.asked_person(id bigint) returns boolean language plpgsql stable parallel safe cost 1 set search_path = pg_catalog as $$
begin
    return exists (select from registry.membership m where m.person = asked_person.id);
end $$;
alter policy asked on registry.household
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR' or casework.asked_household(id));
alter policy asked on registry.membership
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR' or casework.asked_household(household));
alter policy asked on registry.person
    using ((select current_setting('doudi.role', true)) <> 'SURVEYOR' or casework.asked_person(id));
