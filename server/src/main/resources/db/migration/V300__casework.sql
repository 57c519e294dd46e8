-- One door, one case (clauses 2.2-6, 2.4-3, 2.4-11, 3.4-4).
create schema casework;
grant usage on schema casework to doudi_app;

create table casework.case_file (
    id bigint generated always as identity primary key,
    number text not null unique,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    head_name text not null,
    opened_on date not null,
    opened_by bigint not null,
    step text not null,
    standing text not null,
    since date not null,
    due date not null,
    pause_reason text,
    relative boolean not null default false,
    complaint boolean not null default false,
    home_visit boolean not null default false,
    version integer not null default 0
);
create index case_file_village on casework.case_file (village, standing, due);
create index case_file_household on casework.case_file (household);
-- one household has one running case: every aid goes through it
create unique index one_running_case on casework.case_file (household) where standing in ('RUNNING', 'PAUSED');

create table casework.step_report (
    id bigint generated always as identity primary key,
    case_id bigint not null references casework.case_file,
    village text not null,
    step text not null,
    move text not null,
    officer bigint not null,
    officer_name text not null,
    officer_role text not null,
    done_on date not null,
    recorded_at timestamptz not null default now(),
    -- json, not jsonb: the fields stay in the order of the form
    content json not null,
    key text not null,
    unique (case_id, key)
);

create table casework.benefit (
    case_id bigint not null references casework.case_file,
    village text not null,
    benefit text not null,
    who text not null default '',
    machine text not null,
    machine_fen bigint not null,
    clause text not null,
    township text,
    township_reason text,
    decided text,
    decided_reason text,
    primary key (case_id, benefit, who)
);

create table casework.objection (
    id bigint generated always as identity primary key,
    case_id bigint not null references casework.case_file,
    village text not null,
    step text not null,
    made_on date not null,
    words text not null,
    answered_on date,
    answer text
);

create table casework.attachment (
    id bigint generated always as identity primary key,
    case_id bigint not null references casework.case_file,
    village text not null,
    step text not null,
    kind text not null,
    media_type text not null,
    content bytea not null,
    added_by bigint not null,
    added_on date not null
);

-- what a decision was made from, kept as it was
create table casework.receipt (
    case_id bigint not null references casework.case_file,
    village text not null,
    decided_on date not null,
    pack text not null,
    rules text not null,
    facts jsonb not null,
    assessment jsonb not null,
    explanation text not null,
    primary key (case_id, decided_on)
);

create table casework.numbering (
    township text not null,
    year integer not null,
    last integer not null,
    primary key (township, year)
);

do $$
declare t text;
begin
    foreach t in array array['case_file', 'step_report', 'benefit', 'objection', 'attachment', 'receipt'] loop
        execute format('alter table casework.%I enable row level security', t);
        execute format('create policy area on casework.%I using ((select platform.sees_people()) and village >= '
            || '(select current_setting(''doudi.area_from'', true)) and village <= (select current_setting(''doudi.area_to'', true)))', t);
        execute format('grant select, insert on casework.%I to doudi_app', t);
    end loop;
end $$;
grant update on casework.case_file, casework.benefit, casework.objection to doudi_app;
grant delete on casework.benefit to doudi_app;
grant select, insert, update on casework.numbering to doudi_app;
