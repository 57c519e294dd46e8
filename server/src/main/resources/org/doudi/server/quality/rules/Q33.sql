-- owner: TOWNSHIP_CLERK
-- like: 3_01_002, 3_01_003
select s.household, s.person, cast(s.age as text) as detail
from schooling s
where s.stage is not null and s.absence is not null
