-- The list of pairs of one's own county, of many: by columns that an index can hold. What a policy guards is looked up by plain comparisons alone, so the county of
-- each side is a column. The policy asks once a statement for whom it works, and not once a row.
alter table matching.pair
    add column county text generated always as (left(village, 6)) stored,
    add column county_other text generated always as (left(village_other, 6)) stored;
create index pair_waiting_county on matching.pair (kind, county, id) include (village, village_other, department)
    where state in ('OPEN', 'PROPOSED');
create index pair_waiting_county_other on matching.pair (county_other, id) include (village, village_other)
    where kind = 'ACROSS' and state in ('OPEN', 'PROPOSED');
create index pair_decided on matching.pair (kind, county, decided_at desc nulls last, id desc)
    where state not in ('OPEN', 'PROPOSED', 'SURE');
create index pair_decided_other on matching.pair (county_other, decided_at desc nulls last, id desc)
    where kind = 'ACROSS' and state not in ('OPEN', 'PROPOSED', 'SURE');
create index pair_sure on matching.pair (kind, county, id desc) where state = 'SURE';

drop policy scope on matching.pair;
create policy scope on matching.pair using ((select platform.sees_people()) and case kind
    when 'LIST' then village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true))
        and department = (select current_setting('doudi.department', true))
    when 'TWICE' then village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true))
        and village_other >= (select current_setting('doudi.area_from', true)) and village_other <= (select current_setting('doudi.area_to', true))
        and (select current_setting('doudi.role', true)) in ('TOWNSHIP_CLERK', 'COUNTY_OFFICER', 'SYSTEM')
    else (village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true))
            or village_other >= (select current_setting('doudi.area_from', true)) and village_other <= (select current_setting('doudi.area_to', true)))
        and (select current_setting('doudi.role', true)) in ('COUNTY_OFFICER', 'SYSTEM') end);
