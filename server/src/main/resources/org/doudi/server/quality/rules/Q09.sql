-- owner: POVERTY_OFFICER
-- like: 2_11_001
select r.household, cast(null as bigint) as person, r.cause as detail
from register r
where r.state = 'POOR' and r.cause = '因病'
    and not exists (select from member m
        where m.household = r.household and (m.fact is null or cast(m.fact ->> 'seriousIllness' as boolean)
            or cast(m.fact ->> 'bedridden' as boolean)))
