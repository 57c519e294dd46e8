-- owner: TOWNSHIP_CLERK
-- like: 1111_14
select m.household, m.person, cast(m.age as text) as detail
from member m
where m.age between 18 and 54 and m.fact ->> 'labour' = 'NONE' and not cast(m.fact ->> 'student' as boolean)
    and jsonb_typeof(m.fact -> 'disability') is distinct from 'object'
    and not cast(m.fact ->> 'seriousIllness' as boolean) and not cast(m.fact ->> 'bedridden' as boolean)
