-- Money (clauses 2.1-1, 2.1-2, 2.1-6, 2.1-7, 2.2-7, 2.3-4, 3.3-1). Eligible is a decision, awarded an award, held a hold, paid a transfer.
create schema benefits;
grant usage on schema benefits to doudi_app;

-- Who works with money: the offices that work with people, and finance.
create function benefits.sees_money() returns boolean
    language sql stable parallel safe
    return (platform.sees_people() and current_setting('doudi.role', true) <> 'SURVEYOR')
        or current_setting('doudi.role', true) = 'FINANCE_OFFICER';

-- What is owed from a month on; valid_from and valid_to are firsts of months, valid_to is the first month without.
create table benefits.award (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    person bigint,
    payee bigint not null,
    benefit text not null,
    fen bigint not null check (fen > 0),
    valid_from date not null check (extract(day from valid_from) = 1),
    valid_to date check (extract(day from valid_to) = 1),
    known_from timestamptz not null,
    known_to timestamptz,
    reason text not null,
    source text not null,
    check (valid_to is null or valid_to > valid_from)
);
create index award_household on benefits.award (household);
create index award_standing on benefits.award (village, valid_from) where known_to is null;

-- Which months of whose aid were changed when, by what.
create table benefits.award_change (
    id bigint generated always as identity primary key,
    village text not null,
    household bigint not null,
    person bigint,
    benefit text not null,
    from_month date not null,
    to_month date,
    reason text not null,
    source text not null,
    at timestamptz not null
);
create index award_change_at on benefits.award_change (at);
create index award_change_household on benefits.award_change (household);
create index award_change_village on benefits.award_change (village);

-- Awarded, but not to be paid now.
create table benefits.hold (
    id bigint generated always as identity primary key,
    village text not null,
    household bigint not null,
    from_month date not null,
    reason text not null,
    words text not null,
    made_by bigint not null,
    made_on date not null,
    lifted_by bigint,
    lifted_on date
);
create index hold_household on benefits.hold (household) where lifted_on is null;
create index hold_village on benefits.hold (village);

create table benefits.bank_account (
    id bigint generated always as identity primary key,
    village text not null,
    household bigint not null,
    person bigint not null,
    holder text not null,
    bank text not null,
    number_enc bytea not null,
    number_idx bytea not null,
    number_masked text not null,
    state text not null check (state in ('PROPOSED', 'ACTIVE', 'REFUSED', 'RETIRED')),
    proposed_by bigint not null,
    proposed_on date not null,
    decided_by bigint,
    usable_from date,
    check (decided_by is null or decided_by <> proposed_by)
);
create unique index one_account on benefits.bank_account (person) where state = 'ACTIVE';
create index account_number on benefits.bank_account (number_idx);
create index account_village on benefits.bank_account (village);

-- A county's month. Frozen means: by what was known then.
create table benefits.run (
    id bigint generated always as identity primary key,
    county text not null check (county ~ '^[0-9]{6}$'),
    village text generated always as (county || '000000') stored,
    kind text not null,
    month date not null check (extract(day from month) = 1),
    state text not null,
    frozen_at timestamptz not null,
    due_on date not null,
    made_by bigint not null,
    checked_by bigint,
    released_by bigint,
    released_on date,
    closed_on date,
    file_hash text,
    file_made_at timestamptz,
    version integer not null default 0,
    check (checked_by is null or checked_by <> made_by),
    check (released_by is null or (released_by <> made_by and released_by <> checked_by))
);
create unique index one_run on benefits.run (county, kind, month) where state <> 'CANCELLED';

-- What a command did, so that the same command works once.
create table benefits.command (
    run bigint not null references benefits.run,
    key text not null,
    what text not null,
    officer bigint not null,
    at timestamptz not null default now(),
    primary key (run, key)
);

-- What one payee is to get of one benefit for one month, once.
create table benefits.line (
    id bigint generated always as identity primary key,
    run bigint not null references benefits.run,
    village text not null,
    household bigint not null,
    person bigint,
    payee bigint not null,
    benefit text not null,
    month date not null,
    regular_fen bigint not null,
    arrears_fen bigint not null default 0,
    recovered_fen bigint not null default 0,
    fen bigint generated always as (regular_fen + arrears_fen - recovered_fen) stored,
    before_fen bigint not null,
    change text not null,
    reason text not null,
    accepted_by bigint,
    accepted_why text,
    state text not null,
    awards bigint[] not null,
    check (recovered_fen between 0 and regular_fen + arrears_fen)
);
create unique index one_line on benefits.line (month, household, benefit, (coalesce(person, 0)));
create index line_run on benefits.line (run, state);
create index line_household on benefits.line (household);

-- Money for an earlier month inside a line.
create table benefits.arrears (
    line bigint not null references benefits.line,
    village text not null,
    for_month date not null,
    fen bigint not null check (fen > 0),
    primary key (line, for_month)
);

-- Money that was paid and not owed. It waits for a person; nothing is taken before notice and answer.
create table benefits.recovery (
    id bigint generated always as identity primary key,
    village text not null,
    household bigint not null,
    person bigint,
    benefit text not null,
    run bigint not null references benefits.run,
    fen bigint not null check (fen > 0),
    recovered_fen bigint not null default 0,
    waived_fen bigint not null default 0,
    instalment_fen bigint,
    state text not null,
    opened_on date not null,
    noticed_on date,
    answer text,
    decided_by bigint,
    decided_why text,
    version integer not null default 0,
    check (recovered_fen >= 0 and waived_fen >= 0 and recovered_fen + waived_fen <= fen)
);
create index recovery_household on benefits.recovery (household);
create index recovery_village on benefits.recovery (village);

create table benefits.recovery_month (
    recovery bigint not null references benefits.recovery,
    village text not null,
    for_month date not null,
    fen bigint not null check (fen > 0),
    primary key (recovery, for_month)
);

create table benefits.instalment (
    line bigint not null references benefits.line,
    recovery bigint not null references benefits.recovery,
    village text not null,
    fen bigint not null check (fen > 0),
    primary key (line, recovery)
);

-- One try to move a line's money. A line has one that is under way or paid, whatever happens.
create table benefits.transfer (
    id bigint generated always as identity primary key,
    line bigint not null references benefits.line,
    run bigint not null references benefits.run,
    village text not null,
    attempt integer not null,
    account bigint not null references benefits.bank_account,
    fen bigint not null check (fen > 0),
    reference text not null unique,
    state text not null check (state in ('SENT', 'PAID', 'REJECTED', 'REVERSED')),
    code text,
    settled_on date
);
create unique index one_transfer on benefits.transfer (line) where state in ('SENT', 'PAID');
create index transfer_run on benefits.transfer (run, state);

-- The county's pool, by double entry. An entry's postings add up to nothing.
create table benefits.journal (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    day date not null,
    kind text not null,
    run bigint references benefits.run,
    key text not null unique,
    words text not null,
    officer bigint not null,
    at timestamptz not null default now()
);
create table benefits.posting (
    journal bigint not null references benefits.journal,
    village text not null,
    county text not null,
    account text not null,
    fen bigint not null check (fen <> 0),
    primary key (journal, account)
);
create index posting_county on benefits.posting (county, account);

create function benefits.balanced() returns trigger language plpgsql as $$
begin
    if (select sum(fen) from benefits.posting where journal = new.journal) <> 0 then
        raise exception 'the postings of entry % do not add up to nothing', new.journal using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger balanced after insert on benefits.posting
    deferrable initially deferred for each row execute function benefits.balanced();

do $$
declare t text;
begin
    foreach t in array array['award', 'award_change', 'hold', 'bank_account', 'run', 'line', 'arrears', 'recovery', 'recovery_month', 'instalment',
            'transfer', 'journal', 'posting'] loop
        execute format('alter table benefits.%I enable row level security', t);
        execute format('create policy area on benefits.%I using ((select benefits.sees_money()) and village >= '
            || '(select current_setting(''doudi.area_from'', true)) and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('grant select, insert on benefits.%I to doudi_app', t);
    end loop;
end $$;
grant select, insert on benefits.command to doudi_app;
grant update (known_to) on benefits.award to doudi_app;
grant update on benefits.hold, benefits.bank_account, benefits.run, benefits.recovery, benefits.transfer to doudi_app;
grant update (arrears_fen, recovered_fen, state, change, reason, accepted_by, accepted_why, before_fen) on benefits.line to doudi_app;
grant delete on benefits.line, benefits.arrears, benefits.recovery, benefits.recovery_month, benefits.instalment to doudi_app;
