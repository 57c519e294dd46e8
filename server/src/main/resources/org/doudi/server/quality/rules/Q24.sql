-- owner: TOWNSHIP_CLERK
select p.household, cast(null as bigint) as person, cast(p.valid_from as text) as detail
from piece p
where p.kind = 'INCOME' and p.valid_from < p.day - interval '1 year'
    and exists (select from roll r where r.household = p.household and r.roll in ('DIBAO', 'TEKUN'))
