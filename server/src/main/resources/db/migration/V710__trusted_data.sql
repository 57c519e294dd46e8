-- What the rules of data quality look at beside the law's record: a phone that several households give, id numbers that are none, and what
-- is known of insurance, schooling, land and disasters.
alter table registry.person add column phone_idx bytea, add column number_sound boolean;
create index person_phone on registry.person (phone_idx) where phone_idx is not null;
-- Who was there before these columns: the platform fills them after its start, for the keys lie outside of the database.
create index person_unlooked on registry.person (id) where number_sound is null;
grant update (phone_idx, number_sound) on registry.person to doudi_app;

do $$
declare old text;
begin
    for old in select conname from pg_constraint
        where conrelid = 'registry.fact'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%MEMBER%' loop
        execute format('alter table registry.fact drop constraint %I', old);
    end loop;
end $$;
alter table registry.fact add constraint fact_kind_check check (kind in
    ('MEMBER', 'INSURANCE', 'SCHOOLING', 'INCOME', 'SPENDING', 'ASSETS', 'GUARANTEES', 'CONSENT', 'LAND', 'DISASTER'));
alter table registry.fact add constraint fact_of_whom check ((person is not null) = (kind in ('MEMBER', 'INSURANCE', 'SCHOOLING')));

alter table registry.list_import drop constraint list_import_list_check;
alter table registry.list_import add constraint list_import_list_check check (list in ('HOUSEHOLDS',
    'DIBAO', 'TEKUN', 'PREFERENTIAL', 'REGISTER', 'LIFTED', 'DISABILITY', 'ALLOWANCES', 'INCOME', 'PROPERTY',
    'INSURANCE', 'SCHOOLING', 'LAND'));
