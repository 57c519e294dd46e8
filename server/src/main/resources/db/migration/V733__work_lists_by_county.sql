-- Lists of gaps, alerts and findings of one's own county, of many: each in the order in which it is shown, by the county of the village, since what a policy guards is
-- looked up by plain comparisons alone. What else is asked of a row stands in the index too, so that only rows that are shown are read.
-- An index that begins with the village would hold the rows of an officer's area in another order: the planner cannot know how many those are, guesses few, and sorts
-- all of them for one page. So none does; in the order of the county those of a township are passed over in the index.
alter table matching.gap add column county text generated always as (left(village, 6)) stored;
create index gap_in_order on matching.gap (county, due_on, id, owner, kind, village) where state in ('OPEN', 'IN_WORK');
create index gap_ended_in_order on matching.gap (county, state, due_on, id, kind, village) where state in ('SETTLED', 'CLOSED');
create index gap_closed_lately on matching.gap (closed_on) where state = 'CLOSED';
drop index matching.gap_standing, matching.gap_closed;
alter table matching.alert add column county text generated always as (left(village, 6)) stored;
create index alert_in_order on matching.alert (county, due_on, id, state, village) where state <> 'CLOSED';
create index alert_closed_in_order on matching.alert (county, closed_on desc, id desc, village) where state = 'CLOSED';
drop index matching.alert_standing;
alter table quality.finding add column county text generated always as (left(village, 6)) stored;
create index finding_in_order on quality.finding (county, state, opened_on desc, id, rule, village);
create index finding_closed_lately on quality.finding (closed_on) where state = 'CLOSED';
drop index quality.finding_standing, quality.finding_closed;

-- The figures look at what stands and at what ended of late, and not at all that ever was, and each week at what was counted by day once.
create or replace function matching.trend(day date) returns table (week date, standing bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    with days as materialized (
        select g.opened_on, g.closed_on, count(*) as gaps from matching.gap g
        where g.village >= current_setting('doudi.area_from', true) and g.village <= current_setting('doudi.area_to', true)
            and (select current_setting('doudi.role', true)) <> 'SURVEYOR' and (g.state <> 'CLOSED' or g.state = 'CLOSED' and g.closed_on > day - 77)
        group by 1, 2)
    select w::date, coalesce((select sum(d.gaps) from days d where d.opened_on <= w and (d.closed_on is null or d.closed_on > w)), 0)::bigint
    from generate_series(day - 77, day, interval '7 days') w
$$;
create or replace function quality.trend(day date) returns table (week date, standing bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    with days as materialized (
        select opened_on, coalesce(closed_on, 'infinity') as closed_on, count(*) as findings from quality.finding
        where state <> 'FALSE_ALARM' and (state <> 'CLOSED' or state = 'CLOSED' and closed_on > day - 77)
            and village >= current_setting('doudi.area_from', true) and village <= current_setting('doudi.area_to', true)
            and current_setting('doudi.role', true) <> 'SURVEYOR'
        group by 1, 2)
    select w::date, coalesce(sum(d.findings), 0)::bigint
    from generate_series(day - 77, day, interval '7 days') w left join days d on d.opened_on <= w and d.closed_on > w
    group by 1
$$;
