package org.doudi.server.reverification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The calendar, moved in sets, for one's area. */
@Repository
public class CalendarStore {
    private static final String HERE = " %1$svillage >= (select current_setting('doudi.area_from', true))"
            + " and %1$svillage <= (select current_setting('doudi.area_to', true))";

    private static final String RHYTHM =
            " (select distinct on (category) * from reverification.rhythm where state = 'IN_FORCE' and valid_from <= :day"
                    + " order by category, valid_from desc, id desc) ";

    private static final String ON_ROLL = " exists (select from registry.roll_entry e where e.household = h.id"
            + " and e.roll in ('DIBAO', 'TEKUN') and e.known_to is null and e.valid_from <= :day"
            + " and (e.valid_to is null or e.valid_to > :day)) ";

    private static final String BEHIND =
            " and (t.village, t.id) > (:village, :id) order by t.village, t.id limit :limit";

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be stopped or let go. */
    public record Moved(At at, long household, LocalDate dueOn, long hold) {
        /** Its number. */
        public long id() {
            return at.id();
        }
    }

    /** A place in the order in which they are gone through. */
    public record At(String village, long id) {
        /** Before all of them. */
        public static final At FIRST = new At("", 0);
    }

    /** Follows households that moved to another village. */
    public int follow() {
        return jdbc.sql("update reverification.task t set village = h.village from registry.household h"
                        + " where h.id = t.household and t.state <> 'DONE' and t.village <> h.village")
                .update();
    }

    /** Ends the looks at households that are on no roll any more. */
    public int leave(LocalDate day) {
        return jdbc.sql("update reverification.task t set state = 'DONE', ending = 'OFF_ROLL', ended_on = :day,"
                        + " version = t.version + 1 from registry.household h where h.id = t.household and t.state <> 'DONE'"
                        + " and (h.dissolved_on is not null or not" + ON_ROLL + ")")
                .param("day", day)
                .update();
    }

    /**
     * Plans the next look at every household on the dibao or tekun roll that has none planned: so many months after it was last verified, which is the last
     * look, the last decision, or the day it came on the roll; never so soon that it could not be told.
     */
    public int plan(LocalDate day) {
        return jdbc.sql("""
                with rolled as (
                    select h.id, h.village, (select min(e.valid_from) from registry.roll_entry e where e.household = h.id
                        and e.roll in ('DIBAO', 'TEKUN') and e.known_to is null and e.valid_from <= :day
                        and (e.valid_to is null or e.valid_to > :day)) as since
                    from registry.household h
                    where h.dissolved_on is null and""" + HERE.formatted("h.") + " and" + ON_ROLL + """
                        and not exists (select from reverification.task t where t.household = h.id and t.state <> 'DONE')),
                able as (
                    select r.id, r.village, r.since, case
                        when bool_or(m.able and f.content ->> 'labour' = 'FULL') then 'C'
                        when bool_or(m.able and f.content ->> 'labour' = 'PARTIAL') then 'B' else 'A' end as category
                    from rolled r left join lateral (
                        select b.person, p.birth > :day - interval '60 years' and p.birth <= :day - interval '16 years' as able
                        from registry.membership b join registry.person p on p.id = b.person
                        where b.household = r.id and b.known_to is null and b.valid_from <= :day
                            and (b.valid_to is null or b.valid_to > :day) and p.death is null) m on true
                    left join registry.fact f on f.household = r.id and f.person = m.person and f.kind = 'MEMBER'
                        and f.known_to is null and f.valid_from <= :day and (f.valid_to is null or f.valid_to > :day)
                        and not coalesce((f.content ->> 'student')::boolean, false)
                    group by r.id, r.village, r.since),
                based as (
                    select a.*, greatest(a.since,
                        (select max(t.ended_on) from reverification.task t where t.household = a.id and t.ending <> 'OFF_ROLL'),
                        (select max(c.decided_on) from casework.receipt c join casework.case_file k on k.id = c.case_id
                            where k.household = a.id)) as base
                    from able a)
                insert into reverification.task (village, household, category, origin, base_on, planned_on, due_on, state)
                select b.village, b.id, b.category, 'CALENDAR', b.base, :day,
                    greatest((b.base + make_interval(months => r.months))::date, :day + r.notice_days), 'PLANNED'
                from based b join""" + RHYTHM + """
                r on r.category = b.category
                on conflict do nothing
                """)
                .param("day", day)
                .update();
    }

    /** Announces the looks whose day is near. */
    public int announce(LocalDate day) {
        return jdbc.sql("update reverification.task t set announced_on = :day from" + RHYTHM
                        + "r where r.category = t.category and t.state = 'PLANNED' and t.announced_on is null"
                        + " and t.due_on - r.notice_days <= :day and" + HERE.formatted("t."))
                .param("day", day)
                .update();
    }

    /** The looks behind a place that were missed: the family was told in time, and the days of grace went by. */
    public List<Moved> missed(LocalDate day, At after, int limit) {
        return jdbc.sql("select t.id, t.household, t.village, t.due_on, 0 from reverification.task t join" + RHYTHM
                        + "r on r.category = t.category where t.state = 'PLANNED' and t.hold is null"
                        + " and t.due_on + r.grace_days < :day and t.delivered_on + r.grace_days < :day and"
                        + HERE.formatted("t.") + BEHIND)
                .param("day", day)
                .param("village", after.village())
                .param("id", after.id())
                .param("limit", limit)
                .query(CalendarStore::moved)
                .list();
    }

    /** The stops behind a place whose household was verified. */
    public List<Moved> verified(At after, int limit) {
        return jdbc.sql("select t.id, t.household, t.village, t.due_on, t.hold from reverification.task t"
                        + " where t.hold is not null and t.hold_lifted_on is null and t.state = 'DONE' and"
                        + HERE.formatted("t.") + BEHIND)
                .param("village", after.village())
                .param("id", after.id())
                .param("limit", limit)
                .query(CalendarStore::moved)
                .list();
    }

    private static Moved moved(ResultSet row, int number) throws SQLException {
        return new Moved(
                new At(row.getString(3), row.getLong(1)),
                row.getLong(2),
                row.getObject(4, LocalDate.class),
                row.getLong(5));
    }

    /** Notes that payment is stopped. */
    public void held(long id, long hold) {
        jdbc.sql("update reverification.task set hold = ?, version = version + 1 where id = ?")
                .params(hold, id)
                .update();
    }

    /** Notes that payment goes on. */
    public void lifted(long id, LocalDate day) {
        jdbc.sql("update reverification.task set hold_lifted_on = ? where id = ?")
                .params(day, id)
                .update();
    }
}
