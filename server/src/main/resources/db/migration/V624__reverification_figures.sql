-- Figures without people, for everybody of an area (clause 2.4-4): what was due in a span of days below each division of so many digits, what came of it, by which way.
create function reverification.figures(digits integer, since date, day date) returns table (place text, planned bigint, overdue bigint, held bigint,
        due bigint, in_time bigint, late bigint, by_machine bigint, confirmed bigint, by_case bigint, off_roll bigint, visited bigint, drawn bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select left(t.village, digits),
        count(*) filter (where t.state <> 'DONE'),
        count(*) filter (where t.state <> 'DONE' and t.due_on < day),
        count(*) filter (where t.hold is not null and t.hold_lifted_on is null),
        count(*) filter (where t.due_on > since and t.due_on <= day and t.ending is distinct from 'OFF_ROLL'),
        count(*) filter (where t.due_on > since and t.due_on <= day and t.ended_on <= t.due_on and t.ending <> 'OFF_ROLL'),
        count(*) filter (where t.due_on > since and t.due_on <= day and t.ended_on > t.due_on and t.ending <> 'OFF_ROLL'),
        count(*) filter (where t.ending = 'CLOSED_BY_MACHINE' and t.ended_on > since),
        count(*) filter (where t.ending = 'CONFIRMED' and t.ended_on > since),
        count(*) filter (where t.ending = 'CASE' and t.ended_on > since),
        count(*) filter (where t.ending = 'OFF_ROLL' and t.ended_on > since),
        count(*) filter (where t.visited_on > since),
        count(*) filter (where t.origin = 'SAMPLE' and t.planned_on > since)
    from reverification.task t
    where t.village >= current_setting('doudi.area_from', true) and t.village <= current_setting('doudi.area_to', true)
        and current_setting('doudi.role', true) <> 'SURVEYOR'
    group by 1
$$;
revoke execute on function reverification.figures(integer, date, date) from public;
grant execute on function reverification.figures(integer, date, date) to doudi_app;
