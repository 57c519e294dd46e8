-- owner: POVERTY_OFFICER
-- like: 1_11_010
select r.household, cast(null as bigint) as person, cast(r.valid_from as text) as detail
from register r
where r.state = 'POOR' and r.valid_from < r.day - interval '1 month'
    and not exists (select from measure m where m.household = r.household)
