-- owner: DISABLED_FEDERATION_OFFICER
-- like: 4_01_008
select m.household, m.person, m.fact -> 'disability' ->> 'level' as detail
from member m
where m.fact ->> 'labour' = 'FULL' and cast(m.fact -> 'disability' ->> 'level' as integer) = 1
