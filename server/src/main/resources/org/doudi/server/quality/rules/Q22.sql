-- owner: TOWNSHIP_CLERK
select h.household, cast(null as bigint) as person, coalesce(cast(p.death as text), '—') as detail
from house h left join registry.person p on p.id = h.head
where not exists (select from member m where m.household = h.household and m.person = h.head and (m.death is null or m.death > m.day))
