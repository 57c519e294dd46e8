-- owner: TOWNSHIP_CLERK
-- like: 2_01_016
select i.household, i.person, cast(i.age as text) as detail
from insurance i
where (i.resident or i.employee) and not i.illness
