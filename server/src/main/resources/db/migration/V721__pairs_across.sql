-- Two records of one person in two counties (clauses 1.2-1, 2.4-9): found by the platform at night, decided by both counties, neither of which sees the other's whole.
alter table matching.pair drop constraint pair_kind_check, drop constraint pair_check1;
alter table matching.pair add constraint pair_kind_check check (kind in ('LIST', 'TWICE', 'ACROSS')),
    add constraint pair_two check ((kind <> 'LIST') = (other is not null and village_other is not null)),
    -- what each of the two counties may know of the other's record
    add column shown jsonb,
    add column proposed_in text check (proposed_in ~ '^[0-9]{6}$'),
    add column asked_back_in text check (asked_back_in ~ '^[0-9]{6}$'),
    add constraint pair_shown check ((kind = 'ACROSS') = (shown is not null)),
    add constraint pair_counties check (kind <> 'ACROSS' or left(village, 6) <> left(village_other, 6)),
    add constraint pair_proposed_in check (kind <> 'ACROSS' or state <> 'PROPOSED' or proposed_in is not null);
create unique index pair_across on matching.pair (person, other) where kind = 'ACROSS';
create index pair_waiting_other on matching.pair (village_other, id) where kind = 'ACROSS' and state in ('OPEN', 'PROPOSED');
grant update (proposed_in, asked_back_in) on matching.pair to doudi_app;

drop policy scope on matching.pair;
create policy scope on matching.pair using (platform.sees_people() and case kind
    when 'LIST' then platform.sees_village(village) and department = current_setting('doudi.department', true)
    when 'TWICE' then platform.sees_village(village) and platform.sees_village(village_other)
        and current_setting('doudi.role', true) in ('TOWNSHIP_CLERK', 'COUNTY_OFFICER', 'SYSTEM')
    else (platform.sees_village(village) or platform.sees_village(village_other))
        and current_setting('doudi.role', true) in ('COUNTY_OFFICER', 'SYSTEM') end);
-- a step belongs to whoever sees its pair
drop policy scope on matching.pair_step;
create policy scope on matching.pair_step using (exists (select from matching.pair p where p.id = pair));

-- The platform looks through the whole city; when it did is nobody's secret.
alter table matching.search add column by_platform boolean not null default false;
drop policy scope on matching.search;
create policy scope on matching.search using (platform.sees_people() and (by_platform or platform.sees_village(village))
    and current_setting('doudi.role', true) in ('TOWNSHIP_CLERK', 'COUNTY_OFFICER', 'SYSTEM'))
    with check (platform.sees_village(village) and by_platform = (current_setting('doudi.role', true) = 'SYSTEM'));

-- The history of the household whose member went on in another county tells it too; its village is that of the other household.
create policy other_side on registry.change for select using ((select platform.sees_people()) and kind in ('SAME_PERSON', 'CORRECTION')
    and other is not null and exists (select from registry.household h where h.id = other));
