-- owner: POVERTY_OFFICER
-- like: 5_12_007
-- measures against illness, disability or lack of labour alone do not put an able family to work
select r.household, cast(null as bigint) as person, cast(r.valid_from as text) as detail
from register r
where r.state = 'POOR' and r.valid_from < r.day - interval '6 months'
    and exists (select from member m
        where m.household = r.household and m.age between 16 and 59 and m.fact ->> 'labour' = 'FULL'
            and not cast(m.fact ->> 'student' as boolean))
    and exists (select from measure m where m.household = r.household)
    and not exists (select from measure m where m.household = r.household and m.cause not in ('ILLNESS', 'DISABILITY', 'LABOUR'))
