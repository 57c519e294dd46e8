-- owner: TOWNSHIP_CLERK
select r.household, r.person, cast(p.death as text) as detail
from roll r join registry.person p on p.id = r.person
where p.death <= r.day
group by r.household, r.person, p.death
