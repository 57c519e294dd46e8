-- owner: POVERTY_OFFICER
-- like: 5_16_003, 5_16_004
select r.household, cast(null as bigint) as person, coalesce(nullif(r.attribute, ''), '—') as detail
from register r
where r.state = 'POOR' and coalesce(r.attribute, '') <> '低保贫困户'
    and exists (select from roll d where d.household = r.household and d.roll = 'DIBAO')
