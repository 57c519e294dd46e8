-- The bank file of a run, as it was let go: what it was made from, so that the same bytes can be made again, and their hash.
create table benefits.run_file (
    run bigint primary key references benefits.run,
    village text not null,
    message text not null unique,
    layout text,
    payer text not null,
    payer_bank text,
    payer_account text not null,
    made_at timestamptz not null,
    transfers bigint not null,
    fen bigint not null,
    hash text not null check (hash ~ '^[0-9a-f]{64}$')
);

-- A file that a bank sent back. The same file again books nothing.
create table benefits.return_file (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    run bigint not null references benefits.run,
    hash text not null,
    name text not null,
    kind text not null,
    received_on date not null,
    officer bigint not null,
    unique (county, hash)
);

-- What a file said, line by line: what came of it, and why nothing did.
create table benefits.return_row (
    file bigint not null references benefits.return_file,
    nth integer not null,
    village text not null,
    reference text not null,
    outcome text not null,
    code text not null,
    fen bigint,
    place text not null,
    effect text,
    why text,
    primary key (file, nth)
);
-- How often a line was tried, whatever came of it.
create index transfer_line on benefits.transfer (line);
create index return_row_error on benefits.return_row (file, nth) where effect = 'ERROR';

do $$
declare t text;
begin
    foreach t in array array['run_file', 'return_file', 'return_row'] loop
        execute format('alter table benefits.%I enable row level security', t);
        execute format('create policy area on benefits.%I using ((select benefits.sees_money()) and village >= '
            || '(select current_setting(''doudi.area_from'', true)) and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('grant select, insert on benefits.%I to doudi_app', t);
    end loop;
end $$;
grant update (effect, why) on benefits.return_row to doudi_app;
