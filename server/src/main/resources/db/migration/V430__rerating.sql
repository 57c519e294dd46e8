-- What is owed looked at again: for one household because a fact turned out different, or for a county because of a new standard. Each
-- line waits for a person; nothing of an award changes before.
create table benefits.rerating (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    household bigint,
    kind text not null,
    from_month date not null,
    until_month date not null,
    source text not null,
    state text not null,
    looked_at integer not null default 0,
    unchanged integer not null default 0,
    made_by bigint not null,
    made_on date not null,
    decided_by bigint,
    decided_on date,
    version integer not null default 0,
    check (decided_by is null or decided_by <> made_by)
);
create index rerating_village on benefits.rerating (village);

create table benefits.rerating_line (
    id bigint generated always as identity primary key,
    rerating bigint not null references benefits.rerating,
    village text not null,
    household bigint not null,
    person bigint,
    benefit text not null,
    payee bigint not null,
    from_month date not null,
    until_month date,
    before_fen bigint not null,
    after_fen bigint not null,
    code text not null,
    state text not null,
    decided_by bigint,
    why text
);
create index rerating_line_of on benefits.rerating_line (rerating, state);
create index rerating_line_village on benefits.rerating_line (village);

do $$
declare t text;
begin
    foreach t in array array['rerating', 'rerating_line'] loop
        execute format('alter table benefits.%I enable row level security', t);
        execute format('create policy area on benefits.%I using ((select benefits.sees_money()) and village >= '
            || '(select current_setting(''doudi.area_from'', true)) and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('grant select, insert, update on benefits.%I to doudi_app', t);
    end loop;
end $$;
