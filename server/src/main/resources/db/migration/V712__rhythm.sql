-- The city's own rule of re-verification is proposed by one, put in force by another, and never changed: a later row of the same first day takes the place
-- of the earlier one. Public, nobody's data; who may write is asked of the officer's role.
alter table reverification.rhythm drop constraint rhythm_pkey;
alter table reverification.rhythm
    add column id bigint generated always as identity primary key,
    add column state text not null default 'IN_FORCE' check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN')),
    add column announced date,
    add column document text check (length(document) between 4 and 200),
    add column article text not null default '' check (length(article) <= 100),
    add column entered_by bigint,
    add column entered_on date,
    add column decided_by bigint,
    add column decided_on date,
    add column decided_at timestamptz,
    add column why text not null default '',
    -- what came with the software was entered by nobody
    add check (case when entered_by is null then state = 'IN_FORCE'
        else document is not null and announced is not null and entered_on is not null and (state = 'PROPOSED') = (decided_by is null) end),
    add check ((decided_by is null) = (decided_at is null)),
    add check (state = 'WITHDRAWN' or decided_by is null or decided_by <> entered_by);
create unique index rhythm_proposal on reverification.rhythm (category, valid_from) where state = 'PROPOSED';
grant insert on reverification.rhythm to doudi_app;
grant update (state, decided_by, decided_on, decided_at, why) on reverification.rhythm to doudi_app;

create view reverification.rhythm_in_force as
    select id, category, valid_from, months, notice_days, grace_days, machine_closes, accepts_examples, closes_unvisited
    from reverification.rhythm where state = 'IN_FORCE';
grant select on reverification.rhythm_in_force to doudi_app;
