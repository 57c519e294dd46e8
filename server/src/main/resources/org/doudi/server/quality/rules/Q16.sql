-- owner: TOWNSHIP_CLERK
-- like: 2_12_008, 2_01_004
select m.household, m.person, m.relation as detail
from member m
where m.sex = 'FEMALE' and m.relation in ('子', '父亲', '女婿', '孙子') or m.sex = 'MALE' and m.relation in ('女', '母亲', '儿媳', '孙女')
