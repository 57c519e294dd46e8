-- Answers to economic checks that systems hand in: each request has a chain of answers of its own.
alter table exchange.incoming add column answers bigint references exchange.check_request;
alter table exchange.incoming drop constraint incoming_county_list_version_key;
create unique index incoming_version on exchange.incoming (county, list, coalesce(answers, 0), version);
create index incoming_answers on exchange.incoming (answers) where answers is not null;
