-- owner: TOWNSHIP_CLERK
select m.household, m.person, cast(m.age as text) as detail
from member m
join house h on h.household = m.household
join member head on head.household = m.household and head.person = h.head
where m.relation in ('子', '女') and m.birth < head.birth + interval '14 years'
    or m.relation in ('父亲', '母亲') and head.birth < m.birth + interval '14 years'
