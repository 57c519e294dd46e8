-- What an objection contests, until when it is to be answered, and, where somebody objected on the public page, who that is.
alter table casework.objection
    add column contests text not null default 'OTHER',
    add column due date,
    add column taken_on date;
alter table casework.objection alter column contests drop default;
update casework.objection set due = made_on + 14;
alter table casework.objection alter column due set not null;

create table casework.objector (
    objection bigint primary key references casework.objection,
    case_id bigint not null references casework.case_file,
    village text not null,
    form text not null unique,
    code_digest bytea not null,
    name_enc bytea,
    reach_enc bytea
);
create index objector_case on casework.objector (case_id);

-- Who objected is known to the offices that answer, not in the village.
alter table casework.objector enable row level security;
create policy area on casework.objector using ((select platform.sees_people()) and village >=
    (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
create policy no_villager on casework.objector as restrictive using
    ((select current_setting('doudi.role', true)) not in ('VILLAGE_ASSISTANT', 'VILLAGE_TEAM', 'SURVEYOR'));
grant select, insert on casework.objector to doudi_app;
