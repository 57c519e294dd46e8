-- owner: TOWNSHIP_CLERK
-- like: 2_02_001
select m.household, m.person, m.relation as detail
from member m
join house h on h.household = m.household
join member head on head.household = m.household and head.person = h.head
where m.relation = '配偶' and m.sex = head.sex
