-- owner: TOWNSHIP_CLERK
-- like: 2_12_005
select m.household, m.person, cast(m.age as text) as detail
from member m
where m.age >= 75 and m.fact ->> 'labour' = 'FULL'
