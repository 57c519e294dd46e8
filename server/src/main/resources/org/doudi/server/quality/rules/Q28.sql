-- owner: TOWNSHIP_CLERK
select m.household, m.person, cast(m.birth as text) as detail
from member m
where m.fact is null and exists (select from roll r where r.household = m.household and r.roll in ('DIBAO', 'TEKUN', 'REGISTER'))
