-- A merge within one county is taken back by two as well: one asks, another confirms.
alter table matching.pair add column asked_back_by bigint,
    add constraint pair_asked_back check (asked_back_by is null or state = 'MERGED');
grant update (asked_back_by) on matching.pair to doudi_app;
