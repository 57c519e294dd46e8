-- A visit that a phone sends twice is one: the key is made with the form.
alter table reverification.task add column visit_key uuid unique;
