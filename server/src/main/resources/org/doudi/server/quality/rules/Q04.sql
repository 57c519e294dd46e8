-- owner: TOWNSHIP_CLERK
-- like: 4_11_013
-- the roll for a year and more: the income of that year has to show the money
select distinct r.household, cast(null as bigint) as person, cast(r.valid_from as text) as detail
from roll r
join piece p on p.household = r.household and p.kind = 'INCOME' and p.valid_from >= r.valid_from + interval '1 year'
where r.roll = 'DIBAO'
    and not exists (select from income i where i.household = r.household and i.item = 'DIBAO_PAYMENT' and i.yuan > 0)
