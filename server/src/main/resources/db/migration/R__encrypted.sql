-- Which columns are encrypted: "doudi keys rotate" reads it here, and a test finds the column that does not say.
-- "vault: CONTEXT", and "index COLUMN" behind it when a blind index of the same text belongs to the field. A column that is no ciphertext says "plain: WHAT".
comment on column platform.key_probe.encrypted is 'vault: platform.key_probe';
comment on column identity.account.totp_secret is 'vault: identity.account.totp_secret';
comment on column identity.access_token.digest is 'plain: digest of a random token';
comment on column identity.department_system.secret_digest is 'plain: digest of a random secret';
comment on column identity.department_system.certificate is 'plain: digest of a public certificate';
comment on column identity.system_token.digest is 'plain: digest of a random token';
comment on column registry.person.id_no_enc is 'vault: registry.person.id_no index id_no_idx';
comment on column registry.person.id_no_idx is 'plain: blind index of id_no_enc';
comment on column registry.person.phone_enc is 'vault: registry.person.phone';
comment on column registry.import_row.cells_enc is 'vault: registry.import_row.cells';
comment on column registry.import_row.household_key is 'plain: keyed index of what a list calls the household';
comment on column registry.import_row.number_idx is 'plain: keyed index of a number on a list, for the run of its import';
comment on column matching.correction.listed_enc is 'vault: matching.correction.listed';
comment on column matching.correction.proposed_enc is 'vault: matching.correction.proposed';
comment on column casework.attachment.content is 'plain: picture';
comment on column benefits.bank_account.number_enc is 'vault: benefits.bank_account.number index number_idx';
comment on column benefits.bank_account.number_idx is 'plain: blind index of number_enc';
comment on column benefits.run_file_part.content is 'vault: benefits.run_file_part.content';
comment on column casework.objector.code_digest is 'plain: digest of a random code';
comment on column casework.objector.name_enc is 'vault: casework.objector.name';
comment on column casework.objector.reach_enc is 'vault: casework.objector.reach';
comment on column exchange.channel.secret_enc is 'vault: exchange.channel.secret';
comment on column exchange.signing_key.private_enc is 'vault: exchange.signing_key.private';
comment on column exchange.part.content is 'vault: exchange.part.content';
comment on column exchange.receipt.content is 'vault: exchange.receipt.content';
comment on column changes.report.content_enc is 'vault: changes.report.content';
comment on column exchange.upload_part.content is 'vault: exchange.upload_part.content';
