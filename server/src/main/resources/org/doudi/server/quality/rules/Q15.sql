-- owner: TOWNSHIP_CLERK
-- like: 5_01_004, 5_12_003
select m.household, m.person, m.fact -> 'job' ->> 'months' as detail
from member m
where jsonb_typeof(m.fact -> 'job') = 'object'
    and exists (select from roll r where r.household = m.household and r.person = m.person and r.roll = 'TEKUN')
