-- owner: DISABLED_FEDERATION_OFFICER
-- like: 4_11_016
select r.household, r.person, cast(min(r.valid_from) as text) as detail
from roll r join member m on m.household = r.household and m.person = r.person
where r.roll in ('LIVING_ALLOWANCE', 'CARE_ALLOWANCE') and m.fact is not null
    and jsonb_typeof(m.fact -> 'disability') is distinct from 'object'
group by r.household, r.person
