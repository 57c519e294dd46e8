-- owner: TOWNSHIP_CLERK
-- like: 5_12_013, 5_17_001, 5_12_017
select m.household, m.person, cast(m.age as text) as detail
from member m
where cast(m.fact ->> 'student' as boolean) and (m.age < 3 or m.age > 35)
