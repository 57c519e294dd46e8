-- owner: TOWNSHIP_CLERK
-- like: 5_14
select l.household, cast(null as bigint) as person, cast(l.arable as text) as detail
from land l
where l.arable > 100
