-- Lists of facts beside lists of rolls: what people earn, and what households own.
alter table registry.list_import drop constraint list_import_list_check;
alter table registry.list_import add constraint list_import_list_check check (list in
    ('DIBAO', 'TEKUN', 'PREFERENTIAL', 'REGISTER', 'LIFTED', 'DISABILITY', 'ALLOWANCES', 'INCOME', 'PROPERTY'));
