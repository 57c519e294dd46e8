-- For whom a transaction works. The platform sets it at the begin of each; nothing set means nobody, who sees nothing.
create function platform.sees_village(village text) returns boolean
    language sql stable parallel safe
    return village >= current_setting('doudi.area_from', true)
       and village <= current_setting('doudi.area_to', true);

-- Offices that work on people's data; the others get figures, not people.
create function platform.sees_people() returns boolean
    language sql stable parallel safe
    return current_setting('doudi.role', true) in
        ('VILLAGE_ASSISTANT', 'VILLAGE_TEAM', 'TOWNSHIP_CLERK', 'TOWNSHIP_REVIEWER', 'COUNTY_OFFICER',
         'COUNTY_APPROVER', 'POVERTY_OFFICER', 'DISABLED_FEDERATION_OFFICER', 'SURVEYOR', 'SYSTEM');

grant usage on schema platform to doudi_app;
