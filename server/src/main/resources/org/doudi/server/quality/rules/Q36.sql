-- owner: TOWNSHIP_CLERK
-- like: 2_01_008
select i.household, i.person, cast(i.age as text) as detail
from insurance i
where not i.resident and not i.employee
