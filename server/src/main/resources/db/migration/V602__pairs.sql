-- Doubtful pairs (clauses 1.2-1, 2.4-1): a row of a list and somebody of the registry, or two records of the registry, that may be one person.
create table matching.pair (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('LIST', 'TWICE')),
    village text not null check (village ~ '^[0-9]{12}$'),
    village_other text check (village_other ~ '^[0-9]{12}$'),
    department text,
    list text,
    import bigint,
    file_name text,
    sender text,
    row bigint,
    line integer,
    person bigint not null,
    other bigint,
    weight numeric(7, 2) not null,
    probability numeric(7, 6) not null,
    tier text not null check (tier in ('EXACT', 'REPAIRED', 'PROBABLE')),
    evidence jsonb not null,
    state text not null check (state in ('OPEN', 'PROPOSED', 'CONFIRMED', 'REFUSED', 'WRONG_NUMBER', 'MERGED', 'SURE', 'ELSEWHERE')),
    found_at timestamptz not null,
    keep bigint,
    basis text,
    decided_by bigint,
    decided_name text,
    decided_at timestamptz,
    change bigint,
    version integer not null default 0,
    check ((kind = 'LIST') = (row is not null and import is not null and department is not null and other is null)),
    check ((kind = 'TWICE') = (other is not null and village_other is not null)),
    check (other is null or other > person),
    check (state <> 'PROPOSED' or (keep is not null and decided_by is not null)),
    check (state <> 'MERGED' or change is not null)
);
create unique index pair_row on matching.pair (row, person) where kind = 'LIST';
create unique index pair_twice on matching.pair (person, other) where kind = 'TWICE';
create index pair_waiting on matching.pair (village, id) where state in ('OPEN', 'PROPOSED');

-- What people did with a pair, one after the other.
create table matching.pair_step (
    id bigint generated always as identity primary key,
    pair bigint not null references matching.pair,
    village text not null,
    state text not null,
    basis text not null,
    words text not null,
    officer bigint not null,
    officer_name text not null,
    at timestamptz not null
);
create index pair_step_pair on matching.pair_step (pair);

-- A number on a department's list that is wrong: told to the department, which says what it did.
create table matching.correction (
    id bigint generated always as identity primary key,
    pair bigint not null unique references matching.pair,
    village text not null check (village ~ '^[0-9]{12}$'),
    department text not null,
    list text not null,
    file_name text not null,
    line integer not null,
    person bigint not null,
    listed_enc bytea not null,
    proposed_enc bytea not null,
    state text not null check (state in ('OPEN', 'MENDED', 'DECLINED')),
    raised_name text not null,
    raised_at timestamptz not null,
    answered_name text,
    answered_at timestamptz,
    check ((state = 'OPEN') = (answered_at is null))
);
create index correction_open on matching.correction (department, village) where state = 'OPEN';

-- The registry looked through for people who are in it twice.
create table matching.search (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    state text not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
    officer_name text not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    found integer not null default 0
);

alter table matching.pair enable row level security;
create policy scope on matching.pair using (platform.sees_people() and platform.sees_village(village)
    and (village_other is null or platform.sees_village(village_other))
    and case kind when 'LIST' then department = current_setting('doudi.department', true)
        else current_setting('doudi.role', true) in ('TOWNSHIP_CLERK', 'COUNTY_OFFICER') end);
alter table matching.pair_step enable row level security;
create policy scope on matching.pair_step using (platform.sees_village(village) and exists (select from matching.pair p where p.id = pair));
alter table matching.correction enable row level security;
create policy scope on matching.correction using (platform.sees_people() and platform.sees_village(village)
    and department = current_setting('doudi.department', true));
alter table matching.search enable row level security;
create policy scope on matching.search using (platform.sees_people() and platform.sees_village(village)
    and current_setting('doudi.role', true) in ('TOWNSHIP_CLERK', 'COUNTY_OFFICER'));
grant select, insert on matching.pair, matching.pair_step, matching.correction, matching.search to doudi_app;
grant update (state, keep, basis, decided_by, decided_name, decided_at, change, version) on matching.pair to doudi_app;
grant update (state, answered_name, answered_at) on matching.correction to doudi_app;
grant update (state, ended_at, found) on matching.search to doudi_app;
