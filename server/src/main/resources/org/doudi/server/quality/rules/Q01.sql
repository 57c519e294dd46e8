-- owner: POVERTY_OFFICER
-- like: 4_11_015
select r.household, cast(null as bigint) as person, r.attribute as detail
from register r
where r.state = 'POOR' and r.attribute = '低保贫困户'
    and not exists (select from roll d where d.household = r.household and d.roll = 'DIBAO')
