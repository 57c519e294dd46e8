-- owner: TOWNSHIP_CLERK
-- like: 5_15_022
-- "offset 0": of a few phones each is looked for by itself, whatever is thought of how many people have one
select m.household, cast(null as bigint) as person, min(h.number) as detail
from member m
cross join lateral (
    select p.id
    from registry.person p
    where p.phone_idx = m.phone and p.death is null
    offset 0) p
cross join lateral (
    select o.household
    from registry.membership o
    where o.person = p.id and o.known_to is null and o.household <> m.household
        and o.valid_from <= m.day and (o.valid_to is null or o.valid_to > m.day)
    offset 0) o
join registry.household h on h.id = o.household and h.dissolved_on is null
where m.phone is not null
    and not exists (select from member s where s.household = m.household and s.person = p.id)
group by m.household
