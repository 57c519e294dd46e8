-- An account that is agreed on and starts later, while the old one goes on; and one that a bank sent money back from, which gets none again.
alter table benefits.bank_account drop constraint bank_account_state_check;
alter table benefits.bank_account add constraint bank_account_state_check
    check (state in ('PROPOSED', 'COMING', 'ACTIVE', 'RETURNED', 'REFUSED', 'RETIRED'));
create unique index one_coming on benefits.bank_account (person) where state = 'COMING';
create index account_person on benefits.bank_account (person);
update benefits.bank_account a set state = 'RETURNED'
where a.state = 'ACTIVE' and (
    select t.state from benefits.transfer t where t.account = a.id order by t.id desc limit 1) in ('REJECTED', 'REVERSED');

-- What a bank said of a file as a whole, which tells nothing against the accounts in it.
alter table benefits.return_row add column whole boolean not null default false;
