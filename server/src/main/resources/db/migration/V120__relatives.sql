-- Near relatives that officers declared; a withdrawn declaration stays readable.
create table identity.relative_declaration (
    id bigint generated always as identity primary key,
    officer bigint not null references identity.account (id),
    household bigint not null,
    kinship text not null check (kinship in ('SPOUSE', 'PARENT', 'CHILD', 'SIBLING', 'GRANDPARENT', 'GRANDCHILD', 'OTHER')),
    declared_at timestamptz not null,
    withdrawn_at timestamptz
);
create unique index relative_once on identity.relative_declaration (officer, household) where withdrawn_at is null;

grant select, insert on identity.relative_declaration to doudi_app;
grant update (withdrawn_at) on identity.relative_declaration to doudi_app;
