-- Lists of households: rows of one household stand or fall together, so each row says whose it is; a number that stands on a
-- list twice is found by its keyed index.
alter table registry.list_import drop constraint list_import_list_check;
alter table registry.list_import add constraint list_import_list_check check (list in ('HOUSEHOLDS',
    'DIBAO', 'TEKUN', 'PREFERENTIAL', 'REGISTER', 'LIFTED', 'DISABILITY', 'ALLOWANCES', 'INCOME', 'PROPERTY'));
alter table registry.import_row drop constraint import_row_state_check;
alter table registry.import_row add constraint import_row_state_check
    check (state in ('READ', 'ENTERED', 'ALREADY', 'HELD', 'WRONG', 'NOBODY', 'WAITS'));
alter table registry.import_row add column household_key bytea, add column number_idx bytea,
    add column settled boolean not null default false;
create index import_row_key on registry.import_row (import, household_key) where household_key is not null;
create index import_row_number on registry.import_row (import, number_idx) where number_idx is not null;
grant update (household_key, number_idx, settled) on registry.import_row to doudi_app;
