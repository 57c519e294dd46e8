-- owner: TOWNSHIP_CLERK
select m.household, m.person, other.number as detail
from member m
join lateral (
    select h.number
    from registry.membership o join registry.household h on h.id = o.household and h.dissolved_on is null
    where o.person = m.person and o.household <> m.household and o.known_to is null
        and o.valid_from <= m.day and (o.valid_to is null or o.valid_to > m.day)
    order by h.id
    limit 1) other on true
