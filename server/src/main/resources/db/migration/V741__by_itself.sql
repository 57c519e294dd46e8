-- Where the law orders offices to act without an application, a gap opens a case by itself: care for the destitute is to be offered (the rules of tekun), and who fell back
-- into poverty is to be taken in again (clause 2.1-5). Dibao asks for the family's own application; there the gap waits for the office that tells it.
alter table matching.duty add column opens_case boolean not null default false;
update matching.duty set opens_case = true where kind in ('MISSING_FROM_TEKUN', 'FALLEN_BACK');
create index gap_without_case on matching.gap (kind, id) where state = 'OPEN' and case_number is null;
create index roll_tekun on registry.roll_entry (village) where roll = 'TEKUN';
