-- owner: TOWNSHIP_CLERK
select m.household, m.person, '—' as detail
from member m
where m.fact is not null and cast(m.fact ->> 'preferential' as boolean)
    <> exists (select from roll r where r.household = m.household and r.person = m.person and r.roll = 'PREFERENTIAL')
