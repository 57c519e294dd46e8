-- owner: POVERTY_OFFICER
select r.household, cast(null as bigint) as person, r.cause as detail
from register r
where r.state = 'POOR' and r.cause = '因学'
    and not exists (select from member m where m.household = r.household and (m.fact is null or cast(m.fact ->> 'student' as boolean)))
