-- Who of the office holds a step, what a deadline was put off for, when a notice hangs, and what a decision brought about.
alter table casework.case_file
    add column holder bigint,
    add column holder_name text,
    add column holder_role text,
    add column extended_on date,
    add column extension_reason text,
    add column notice_from date,
    add column notice_to date,
    add check ((holder is null) = (holder_name is null) and (holder is null) = (holder_role is null)),
    add check ((extended_on is null) = (extension_reason is null)),
    add check ((notice_from is null) = (notice_to is null));
create index case_file_holder on casework.case_file (holder, due) where holder is not null;
create index case_file_due on casework.case_file (due) where standing in ('RUNNING', 'PAUSED');

-- notices that hang already
update casework.case_file c
   set notice_from = p.day, notice_to = p.day + 6
  from (select case_id, step, max(added_on) as day from casework.attachment where kind = 'proof' group by case_id, step) p
 where p.case_id = c.id and p.step = c.step and p.day >= c.since and c.standing in ('RUNNING', 'PAUSED')
   and c.step in ('VILLAGE_NOTICE', 'COUNTY_NOTICE');

-- the amount that a person set in place of the machine's
alter table casework.benefit add column township_fen bigint, add column decided_fen bigint;

-- a case that was opened again may be decided twice on one day; each decision keeps its own receipt
alter table casework.receipt drop constraint receipt_pkey;
alter table casework.receipt add column id bigint generated always as identity primary key;
create index receipt_case on casework.receipt (case_id);

-- what a decision changed on the rolls, with what stood there before, so that it can be withdrawn
create table casework.consequence (
    id bigint generated always as identity primary key,
    case_id bigint not null references casework.case_file,
    village text not null,
    roll text not null,
    person bigint,
    valid_from date not null,
    before jsonb,
    decided_on date not null,
    withdrawn_on date
);
create index consequence_case on casework.consequence (case_id) where withdrawn_on is null;

alter table casework.consequence enable row level security;
create policy area on casework.consequence using ((select platform.sees_people()) and village >=
    (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
grant select, insert on casework.consequence to doudi_app;
grant update (withdrawn_on) on casework.consequence to doudi_app;

-- What is late where, as figures: who watches over offices does not see people.
create function casework.overdue(day date)
    returns table (township text, step text, cases integer, oldest date)
    language sql stable security definer set search_path = ''
    as $$
        select substr(c.village, 1, 9), c.step, count(*)::integer, min(c.due)
          from casework.case_file c
         where c.standing = 'RUNNING' and c.due < day
           and c.village >= current_setting('doudi.area_from', true)
           and c.village <= current_setting('doudi.area_to', true)
         group by 1, 2
    $$;
revoke execute on function casework.overdue(date) from public;
grant execute on function casework.overdue(date) to doudi_app;
