-- owner: TOWNSHIP_CLERK
-- like: 1_12_002
select m.household, m.person, cast(length(m.masked) as text) as detail
from member m
where length(m.masked) not in (18, 20, 22)
