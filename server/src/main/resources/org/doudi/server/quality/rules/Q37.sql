-- owner: TOWNSHIP_CLERK
-- like: 2_01_009
select i.household, i.person, cast(i.age as text) as detail
from insurance i
where i.resident and i.employee
