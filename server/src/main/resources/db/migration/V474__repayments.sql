-- What a household pays back itself, in cash or by a transfer to the treasury: entered by finance from the receipt, booked by a second person.
create table benefits.repayment (
    id bigint generated always as identity primary key,
    village text not null,
    county text not null,
    recovery bigint not null references benefits.recovery,
    way text not null check (way in ('CASH', 'TRANSFER')),
    fen bigint not null check (fen > 0),
    paid_on date not null,
    receipt text not null,
    state text not null default 'ENTERED' check (state in ('ENTERED', 'BOOKED', 'REFUSED')),
    entered_by bigint not null,
    entered_on date not null,
    decided_by bigint,
    decided_on date,
    why text not null default '',
    check (decided_by is null or decided_by <> entered_by),
    check ((state = 'ENTERED') = (decided_by is null))
);
-- a receipt is written once; one that was entered wrongly can be entered again
create unique index repayment_receipt on benefits.repayment (county, receipt) where state <> 'REFUSED';
create index repayment_recovery on benefits.repayment (recovery);
create index repayment_village on benefits.repayment (village, state);
alter table benefits.repayment enable row level security;
create policy area on benefits.repayment using ((select benefits.sees_money())
    and village >= (select current_setting('doudi.area_from', true)) and village <= (select current_setting('doudi.area_to', true)));
grant select, insert, update (state, decided_by, decided_on, why) on benefits.repayment to doudi_app;
