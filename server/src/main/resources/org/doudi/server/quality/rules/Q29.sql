-- owner: TOWNSHIP_CLERK
-- like: 5_15_022
select m.household, cast(null as bigint) as person, min(h.number) as detail
from member m
join registry.person p on p.phone_idx = m.phone and p.death is null
join registry.membership o on o.person = p.id and o.known_to is null and o.household <> m.household
    and o.valid_from <= m.day and (o.valid_to is null or o.valid_to > m.day)
join registry.household h on h.id = o.household and h.dissolved_on is null
where m.phone is not null
    and not exists (select from registry.membership s where s.household = m.household and s.person = p.id and s.known_to is null
        and s.valid_from <= m.day and (s.valid_to is null or s.valid_to > m.day))
group by m.household
