package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Unpaid;
import org.doudi.server.benefits.Unpaid.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is entitled and not paid, of a whole area in one question: rolls, awards, holds, lines and accounts side by side. */
@Repository
public class UnpaidStore {
    private static final String HERE = " village >= :from and village <= :to ";
    private static final String UNPAID = """
            with owed as (
                select household, person, benefit, min(village) as village, min(payee) as payee, sum(fen)::bigint as fen
                from benefits.award
                where known_to is null and valid_from <= :month and (valid_to is null or valid_to > :month) and HERE
                group by household, person, benefit
            ), held as (
                select distinct on (household) household, reason from benefits.hold
                where lifted_on is null and from_month <= :month and HERE order by household, id desc
            ), listed as (
                select distinct household, person, roll as benefit, village from registry.roll_entry
                where known_to is null and roll in ('DIBAO', 'TEKUN', 'LIVING_ALLOWANCE', 'CARE_ALLOWANCE')
                    and valid_from <= :month and (valid_to is null or valid_to > :month) and HERE
            ), found as (
                select o.household, o.person, o.benefit, o.village, o.fen,
                    case when l.state in ('SENT', 'PAID') then 'PAID'
                        when h.household is not null or l.state = 'HELD' then 'HELD'
                        when l.state in ('REJECTED', 'REVERSED') then 'REJECTED'
                        when not exists (select from benefits.bank_account b where b.person = o.payee
                            and b.state in ('COMING', 'ACTIVE') and b.usable_from <= :day) then 'NO_ACCOUNT'
                        else 'WAITS_FOR_RUN' end as why,
                    coalesce(h.reason, case when l.state in ('REJECTED', 'REVERSED') then (select t.code from benefits.transfer t
                        where t.line = l.id order by t.attempt desc limit 1) end, '') as detail
                from owed o
                left join benefits.line l on l.month = :month and l.household = o.household and l.benefit = o.benefit
                    and coalesce(l.person, 0) = coalesce(o.person, 0)
                left join held h on h.household = o.household
                union all
                select r.household, r.person, r.benefit, r.village, 0, 'NOT_AWARDED', ''
                from listed r left join owed o on o.household = r.household and o.benefit = r.benefit
                    and coalesce(o.person, 0) = coalesce(r.person, 0)
                where o.household is null
            )
            """.replace("HERE", HERE);

    private final JdbcClient jdbc;

    UnpaidStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An area, and a month of it as it stands on a day. */
    public record Asked(String place, LocalDate month, LocalDate day) {}

    private static JdbcClient.StatementSpec fill(JdbcClient.StatementSpec statement, Asked asked) {
        int missing = 12 - asked.place().length();
        return statement
                .param("from", asked.place() + "0".repeat(missing))
                .param("to", asked.place() + "9".repeat(missing))
                .param("month", asked.month())
                .param("day", asked.day());
    }

    /** How many there are, by reason. */
    public Map<Why, Long> counts(Asked asked) {
        Map<Why, Long> counts = new EnumMap<>(Why.class);
        fill(jdbc.sql(UNPAID + "select why, count(*) as rows from found where why <> 'PAID' group by why"), asked)
                .query((ResultSet row) -> {
                    counts.put(Why.valueOf(row.getString("why")), row.getLong("rows"));
                });
        return counts;
    }

    /** Those of one reason, or of all, by place. */
    public List<Unpaid> rows(Asked asked, @Nullable Why why, int offset, int limit) {
        return fill(
                        jdbc.sql(UNPAID
                                + "select f.household, h.number, coalesce(p.name, '') as head, f.village, f.benefit,"
                                + " w.name as person, f.fen, f.why, f.detail from found f"
                                + " join registry.household h on h.id = f.household"
                                + " left join registry.person p on p.id = h.head left join registry.person w on w.id = f.person"
                                + " where f.why <> 'PAID' and (cast(:why as text) is null or f.why = cast(:why as text))"
                                + " order by f.village, h.number, f.benefit, f.person offset :offset limit :limit"),
                        asked)
                .param("why", why == null ? null : why.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(UnpaidStore::row)
                .list();
    }

    private static Unpaid row(ResultSet row, int number) throws SQLException {
        return new Unpaid(
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("village"),
                Aid.valueOf(row.getString("benefit")),
                row.getString("person"),
                row.getLong("fen"),
                Why.valueOf(row.getString("why")),
                row.getString("detail"));
    }
}
