-- owner: POVERTY_OFFICER
-- like: 4_11_015
select r.household, cast(null as bigint) as person, r.attribute as detail
from register r
where r.state = 'POOR' and r.attribute = '特困供养贫困户'
    and not exists (select from roll t where t.household = r.household and t.roll = 'TEKUN')
