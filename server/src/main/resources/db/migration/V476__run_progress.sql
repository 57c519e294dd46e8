-- How far a run is while its one transaction is under way: numbers that are handed out are seen from outside before it ends.
grant select on sequence benefits.line_id_seq, benefits.transfer_id_seq to doudi_app;
