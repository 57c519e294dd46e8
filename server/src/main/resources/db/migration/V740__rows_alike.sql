-- A list comes again every month with the same rows in doubt (clauses 1.2-1, 2.4-1): what people said of one holds for the next that says the same.
alter table matching.pair add column like_pair bigint references matching.pair, add constraint pair_like_kind check (like_pair is null or kind = 'LIST');
create index pair_like on matching.pair (like_pair) where like_pair is not null;
create index pair_list_person on matching.pair (person, list, id) where kind = 'LIST';
create index correction_person on matching.correction (person, list);
grant update (file_name, line) on matching.correction to doudi_app;
grant update (like_pair) on matching.pair to doudi_app;
