-- What became of the gaps that came of a department's list, as rows of their own: signed and chained when they are written, and never changed (clauses 2.4-6 to 2.4-8).

-- Whether the department was told the end of the gap. A gap that is opened again has a clock of its own again.
alter table matching.origin add column told boolean not null default false;

-- Notes for some gaps, or for a thousand whose end nobody told, what is to be told now: an end, or that an end holds no more. It is told once, by whoever moves the gap,
-- who need not be of the department whose list it was.
create function matching.answers(asked bigint[], again date) returns table (origin bigint, village text, department text, list text, import bigint,
        file_name text, line integer, kind text, state text, opened_on date, due_on date, outcome text, ended_on date)
    language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare moved bigint[] := asked;
begin
    if moved is null then
        moved := array(select o.gap from matching.origin o join matching.gap g on g.id = o.gap
            where not o.told and g.state in ('SETTLED', 'CLOSED')
            order by o.id limit 1000);
    end if;
    return query with fresh as (
        update matching.origin o set told = g.state in ('SETTLED', 'CLOSED'),
            due_on = case when g.state in ('SETTLED', 'CLOSED') then o.due_on else again end
        from matching.gap g
        where g.id = o.gap and g.id = any (moved) and o.told <> (g.state in ('SETTLED', 'CLOSED'))
            and o.village >= current_setting('doudi.area_from', true) and o.village <= current_setting('doudi.area_to', true)
        returning o.id, o.village, o.department, o.list, o.import, o.file_name, o.line, g.kind, g.state, g.opened_on, o.due_on,
            case when g.state in ('SETTLED', 'CLOSED') then g.outcome end as outcome,
            case when g.state in ('SETTLED', 'CLOSED') then coalesce(g.decided_on, g.closed_on) end as ended_on)
    select f.id, f.village, f.department, f.list, f.import, f.file_name, f.line, f.kind, f.state, f.opened_on, f.due_on, f.outcome, f.ended_on
        from fresh f order by f.id;
end $$;
revoke execute on function matching.answers(bigint[], date) from public;
grant execute on function matching.answers(bigint[], date) to doudi_app;

-- The rows of a list that a system handed in, still encrypted: their first cell is the sender's key of the row, which names nobody. Other lists have none.
create function registry.handed_rows(asked bigint, lines integer[]) returns table (line integer, cells_enc bytea)
    language sql stable security definer set search_path = pg_catalog as $$
    select r.line, r.cells_enc from registry.import_row r join registry.list_import i on i.id = r.import
        where r.import = asked and r.line = any (lines) and i.header ->> 0 = '行键'
$$;
revoke execute on function registry.handed_rows(bigint, integer[]) from public;
grant execute on function registry.handed_rows(bigint, integer[]) to doudi_app;

-- One chain for each list of a county; the last row of it is locked while the next is written.
create table exchange.feedback_channel (
    id bigint generated always as identity primary key,
    county text not null check (county ~ '^[0-9]{6}$'),
    list text not null,
    department text not null,
    last integer not null default 0,
    hash text not null,
    unique (county, list)
);
create table exchange.feedback (
    channel bigint not null references exchange.feedback_channel,
    number integer not null check (number > 0),
    origin bigint not null,
    village text not null,
    department text not null,
    row_key text not null,
    file_name text not null,
    line integer not null,
    kind text not null,
    outcome text not null,
    opened_on date not null,
    due_on date not null,
    ended_on date,
    signer text not null,
    hash text not null,
    signature text not null,
    primary key (channel, number),
    check ((outcome = 'OPENED_AGAIN') = (ended_on is null))
);
create index feedback_origin on exchange.feedback (origin);
alter table exchange.feedback enable row level security;
-- Whoever ends a gap writes it, and the department whose list it was reads it.
create policy written on exchange.feedback for insert with check (village >= (select current_setting('doudi.area_from', true))
    and village <= (select current_setting('doudi.area_to', true)));
create policy own on exchange.feedback for select using ((select platform.sees_people())
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true))
    and (department = (select current_setting('doudi.department', true)) or (select current_setting('doudi.role', true)) = 'SYSTEM'));
create policy no_surveyor on exchange.feedback as restrictive using ((select current_setting('doudi.role', true)) <> 'SURVEYOR');
grant select, insert on exchange.feedback, exchange.feedback_channel to doudi_app;
grant update (last, hash) on exchange.feedback_channel to doudi_app;
grant usage on all sequences in schema exchange to doudi_app;
