-- owner: TOWNSHIP_CLERK
-- whether somebody studies stands in two places; a child before school is no student
select s.household, s.person, cast(s.age as text) as detail
from schooling s
where s.fact is not null and case when s.stage is null or s.stage = 'PRESCHOOL'
    then s.absence is not null and cast(s.fact ->> 'student' as boolean) else not cast(s.fact ->> 'student' as boolean) end
