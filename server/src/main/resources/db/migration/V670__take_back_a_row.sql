-- When the decision about a row was written, from and until, so that just that can be taken back (clause 2.4-1).
alter table registry.import_row add column decided_from timestamptz, add column decided_until timestamptz;
grant update (decided_from, decided_until) on registry.import_row to doudi_app;

-- What a department is asked to mend is withdrawn when the decision behind it is taken back.
alter table matching.correction drop constraint correction_state_check;
alter table matching.correction add constraint correction_state_check check (state in ('OPEN', 'MENDED', 'DECLINED', 'WITHDRAWN'));
grant update (listed_enc, proposed_enc, raised_name, raised_at) on matching.correction to doudi_app;
