-- Two records of one person are made one by a change like the others, which can be corrected like the others.
alter table registry.change drop constraint change_kind_check;
alter table registry.change add constraint change_kind_check check (kind in ('BIRTH', 'MARRIAGE', 'ADOPTION', 'DEATH', 'MOVE', 'NEW_HEAD',
    'SPLIT', 'MERGE', 'KIN', 'SAME_PERSON', 'CORRECTION'));
-- The record that went on as another one.
alter table registry.person add column same_as bigint references registry.person;
grant update (same_as) on registry.person to doudi_app;
