-- owner: POVERTY_OFFICER
-- like: 4_11_009, 5_18_008
-- everybody of working age can work in full, and there are two or more of them
select r.household, cast(null as bigint) as person, cast(count(*) as text) as detail
from register r join member m on m.household = r.household
where r.state = 'POOR' and r.cause = '缺劳力' and m.age between 16 and 59 and not coalesce(cast(m.fact ->> 'student' as boolean), false)
group by r.household
having count(*) >= 2 and bool_and(m.fact ->> 'labour' = 'FULL')
