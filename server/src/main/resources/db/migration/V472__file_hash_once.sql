-- The hash of a bank file and the moment that stands in it are kept with the file.
alter table benefits.run drop column file_hash, drop column file_made_at;
