-- An award says what it is made of: the base, each top-up, each allowance, what a person set besides. Null where nobody knows, as on a
-- roll that was taken over; else the whole is the sum of its parts.
create function benefits.sum_of(parts jsonb) returns bigint
    language sql immutable strict parallel safe
    return (select coalesce(sum((part ->> 'fen')::bigint), 0)::bigint from jsonb_array_elements(parts) as part);
alter table benefits.award add column parts jsonb,
    add constraint award_is_its_parts check (parts is null or benefits.sum_of(parts) = fen);
alter table benefits.rerating_line add column parts jsonb,
    add constraint line_is_its_parts check (parts is null or benefits.sum_of(parts) = after_fen);
