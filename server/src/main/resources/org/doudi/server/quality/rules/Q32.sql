-- owner: TOWNSHIP_CLERK
-- like: 5_12_013, 5_17_001, 5_12_017
select s.household, s.person, cast(s.age as text) as detail
from schooling s
join (values ('PRESCHOOL', 2, 7), ('PRIMARY', 5, 16), ('JUNIOR', 10, 19), ('VOCATIONAL', 13, 26), ('SENIOR', 13, 22), ('COLLEGE', 15, 35))
    as likely (stage, youngest, oldest) on likely.stage = s.stage
where s.age not between likely.youngest and likely.oldest
