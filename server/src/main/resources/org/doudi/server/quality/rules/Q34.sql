-- owner: TOWNSHIP_CLERK
-- like: 3_01_002, 3_01_003
-- a child of compulsory schooling of whom neither a school nor a reason is known
select m.household, m.person, cast(m.age as text) as detail
from member m
where m.age between 7 and 14 and not cast(m.fact ->> 'student' as boolean)
    and exists (select from roll r where r.household = m.household and r.roll in ('DIBAO', 'TEKUN', 'REGISTER'))
    and coalesce(m.schooled ->> 'stage', m.schooled ->> 'absence') is null
