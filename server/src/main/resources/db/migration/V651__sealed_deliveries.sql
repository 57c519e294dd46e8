-- A delivery is kept once, when it is whole and signed. Its rows are kept before it and tied to it when the transaction ends; nobody changes what was signed.
alter table exchange.part alter constraint part_delivery_fkey deferrable initially deferred;
alter table exchange.entry alter constraint entry_delivery_fkey deferrable initially deferred;
revoke update (header, signature, hash, rows, added, changed, gone, bytes, parts) on exchange.delivery from doudi_app;
