-- Who watches for the city sees how far each county's month is: a run holds no data of people.
create policy watch on benefits.run for select using (current_setting('doudi.role', true) = 'CITY_SUPERVISOR'
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
