-- owner: TOWNSHIP_CLERK
-- like: 5_15_022
select m.household, cast(null as bigint) as person, min(other.number) as detail
from member m
join lateral (
    select h.number
    from registry.person p
    join registry.membership o on o.person = p.id and o.known_to is null
        and o.valid_from <= m.day and (o.valid_to is null or o.valid_to > m.day)
    join registry.household h on h.id = o.household and h.dissolved_on is null
    where p.phone_idx = m.phone and p.death is null and o.household <> m.household
        and not exists (select from member s where s.household = m.household and s.person = p.id)
    order by h.number
    limit 1) other on true
group by m.household
