-- From which upload a list was taken, so that its end, asked for again after an answer was lost, gets the same answer.
alter table exchange.incoming add column upload bigint;
create index incoming_upload on exchange.incoming (account, upload);
