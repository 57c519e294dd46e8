-- Whether what is known of households hangs together (clause 2.4-9): what the rules of the catalogue find, each with an end.
create schema quality;
grant usage on schema quality to doudi_app;

create table quality.finding (
    id bigint generated always as identity primary key,
    village text not null check (village ~ '^[0-9]{12}$'),
    household bigint not null,
    person bigint,
    rule text not null,
    detail text not null,
    state text not null check (state in ('OPEN', 'FALSE_ALARM', 'CLOSED')),
    opened_on date not null,
    closed_on date,
    marked_by bigint,
    marked_on date,
    words text,
    version integer not null default 0,
    check ((state = 'CLOSED') = (closed_on is not null)),
    check (state <> 'FALSE_ALARM' or (marked_by is not null and words is not null))
);
create unique index one_finding on quality.finding (household, rule, (coalesce(person, 0))) where state <> 'CLOSED';
create index finding_standing on quality.finding (village, rule) where state <> 'CLOSED';
create index finding_household on quality.finding (household);
create index finding_closed on quality.finding (village, closed_on) where state = 'CLOSED';

select platform.keep_to_area('quality.finding');
grant select, insert on quality.finding to doudi_app;
grant update (village, state, detail, closed_on, marked_by, marked_on, words, version) on quality.finding to doudi_app;

-- Figures without people: in each division of so many digits, how many households there are and in how many something stands.
create function quality.score(digits integer, day date) returns table (place text, households bigint, touched bigint, standing bigint,
        alarms bigint, closed bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select h.place, h.households, coalesce(f.touched, 0), coalesce(f.standing, 0), coalesce(f.alarms, 0), coalesce(f.closed, 0)
    from (select left(village, digits) as place, count(*) as households from registry.household
            where dissolved_on is null and village >= current_setting('doudi.area_from', true)
                and village <= current_setting('doudi.area_to', true)
            group by 1) h
    left join (select left(village, digits) as place, count(distinct household) filter (where state = 'OPEN') as touched,
                count(*) filter (where state = 'OPEN') as standing, count(*) filter (where state = 'FALSE_ALARM') as alarms,
                count(*) filter (where closed_on > day - 30) as closed
            from quality.finding
            where village >= current_setting('doudi.area_from', true) and village <= current_setting('doudi.area_to', true)
            group by 1) f using (place)
    where current_setting('doudi.role', true) <> 'SURVEYOR'
$$;
-- How often a rule found something, and how often it was wrong to.
create function quality.rules(first_digits text) returns table (rule text, standing bigint, alarms bigint, closed bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select rule, count(*) filter (where state = 'OPEN'), count(*) filter (where marked_on is not null),
        count(*) filter (where state = 'CLOSED')
    from quality.finding
    where village >= current_setting('doudi.area_from', true) and village <= current_setting('doudi.area_to', true)
        and village like first_digits || '%' and current_setting('doudi.role', true) <> 'SURVEYOR'
    group by 1
$$;
-- How many stood at the end of each of the last weeks.
create function quality.trend(day date) returns table (week date, standing bigint)
    language sql stable security definer set search_path = pg_catalog as $$
    select w::date, (select count(*) from quality.finding f
        where f.village >= current_setting('doudi.area_from', true) and f.village <= current_setting('doudi.area_to', true)
            and current_setting('doudi.role', true) <> 'SURVEYOR'
            and f.opened_on <= w and (f.closed_on is null or f.closed_on > w) and f.state <> 'FALSE_ALARM')
    from generate_series(day - 77, day, interval '7 days') w
$$;
revoke execute on function quality.score(integer, date), quality.rules(text), quality.trend(date) from public;
grant execute on function quality.score(integer, date), quality.rules(text), quality.trend(date) to doudi_app;

-- What was there before these tables.
insert into matching.due (household) select id from registry.household where dissolved_on is null order by id;
