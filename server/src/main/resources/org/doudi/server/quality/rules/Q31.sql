-- owner: TOWNSHIP_CLERK
-- like: 1_12_004
-- false where the check character is another, or the two digits of a disability certificate are no category and no level
select m.household, m.person, m.masked as detail
from member m
where not m.sound
