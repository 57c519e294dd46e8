-- owner: TOWNSHIP_CLERK
-- like: 4_11_012, 5_11_013
select m.household, m.person, m.fact -> 'job' ->> 'months' as detail
from member m
where jsonb_typeof(m.fact -> 'job') = 'object'
    and exists (select from piece p where p.household = m.household and p.kind = 'INCOME')
    and not exists (select from income i
        where i.household = m.household and i.number = m.number and i.item in ('WAGE', 'TRADE', 'FARMING') and i.yuan > 0)
