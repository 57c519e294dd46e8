package org.doudi.server.benefits.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.files.Anomaly;
import org.doudi.server.benefits.files.Anomaly.Code;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries for what is odd. Each answers household, person, run, fen and detail; row-level security keeps to one's area. */
@Repository
public class AnomalyStore {
    private static final String MOVED = "t.state in ('SENT', 'PAID') and l.month >= :from and l.month <= :to";

    private static final Map<Code, String> QUERIES = Map.of(
            Code.SHARED_ACCOUNT,
            """
            select l.household, l.payee as person, max(t.run) as run, sum(t.fen)::bigint as fen,
                'households ' || max(s.households) as detail
            from benefits.transfer t join benefits.line l on l.id = t.line join benefits.bank_account a on a.id = t.account
            join (
                select b.number_idx, count(distinct m.household) as households
                from benefits.transfer u join benefits.line m on m.id = u.line join benefits.bank_account b on b.id = u.account
                where u.state in ('SENT', 'PAID') and m.month >= :from and m.month <= :to
                group by b.number_idx having count(distinct m.household) > 1
            ) s on s.number_idx = a.number_idx
            where MOVED group by l.household, l.payee
            """,
            Code.DEAD_PAYEE,
            """
            select l.household, l.payee as person, t.run, t.fen, t.reference as detail
            from benefits.transfer t join benefits.line l on l.id = t.line join benefits.run r on r.id = t.run
            join registry.person p on p.id = l.payee
            where MOVED and p.death < coalesce(t.settled_on, r.released_on)
            """,
            Code.OFF_THE_ROLL,
            """
            select l.household, l.person, t.run, t.fen, l.benefit || ' ' || l.month as detail
            from benefits.transfer t join benefits.line l on l.id = t.line
            where MOVED and l.benefit in ('DIBAO', 'TEKUN') and l.regular_fen > 0 and not exists (
                select from registry.roll_entry e where e.household = l.household and e.roll = l.benefit
                    and (l.person is null or e.person is null or e.person = l.person)
                    and e.known_to is null and e.valid_from < (l.month + interval '1 month')::date
                    and (e.valid_to is null or e.valid_to > l.month))
            """,
            Code.NO_AWARD,
            """
            select l.household, l.person, l.run, l.regular_fen as fen, l.benefit || ' ' || l.month as detail
            from benefits.line l join benefits.run r on r.id = l.run
            where l.month >= :from and l.month <= :to and l.regular_fen > 0 and r.state <> 'CANCELLED' and not exists (
                select from benefits.award a where a.household = l.household and a.benefit = l.benefit
                    and coalesce(a.person, 0) = coalesce(l.person, 0) and a.valid_from <= l.month
                    and (a.valid_to is null or a.valid_to > l.month)
                    and a.known_from <= r.frozen_at and (a.known_to is null or a.known_to > r.frozen_at))
            """,
            Code.DOUBLED_PERSON,
            """
            select l.household, m.person, max(t.run) as run, sum(t.fen)::bigint as fen, l.benefit || ' ' || l.month as detail
            from benefits.transfer t join benefits.line l on l.id = t.line
            join registry.membership m on m.household = l.household and m.known_to is null
                and m.valid_from < (l.month + interval '1 month')::date and (m.valid_to is null or m.valid_to > l.month)
            where MOVED and exists (
                select from registry.membership o
                join benefits.line k on k.household = o.household and k.month = l.month and k.benefit = l.benefit
                    and (k.person is null or k.person = o.person)
                join benefits.transfer u on u.line = k.id and u.state in ('SENT', 'PAID')
                where o.person = m.person and o.household <> m.household and o.known_to is null
                    and o.valid_from < (l.month + interval '1 month')::date and (o.valid_to is null or o.valid_to > l.month))
                and (l.person is null or l.person = m.person)
            group by l.household, m.person, l.benefit, l.month
            """,
            Code.OTHER_AMOUNT,
            """
            select l.household, l.person, t.run, t.fen - l.fen as fen, t.reference as detail
            from benefits.transfer t join benefits.line l on l.id = t.line
            where MOVED and t.fen <> l.fen
            """,
            Code.ROUND_TRIP,
            """
            select l.household, l.person, t.run, t.fen, t.reference || ' ' || coalesce(t.code, '') as detail
            from benefits.transfer t join benefits.line l on l.id = t.line
            where t.state = 'REVERSED' and l.month >= :from and l.month <= :to
            """);

    private final JdbcClient jdbc;

    AnomalyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is odd in one way in some months, by household. */
    public List<Anomaly> find(Code code, LocalDate from, LocalDate to, int offset, int limit) {
        String sql = String.valueOf(QUERIES.get(code)).replace("MOVED", MOVED);
        return jdbc.sql(
                        "select x.household, h.number, x.person, x.run, x.fen, x.detail from (" + sql
                                + ") x left join registry.household h on h.id = x.household order by x.household, run, detail offset :offset limit :limit")
                .param("from", from)
                .param("to", to)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new Anomaly(
                        code,
                        row.getLong("household"),
                        row.getString("number"),
                        row.getObject("person", Long.class),
                        row.getObject("run", Long.class),
                        row.getLong("fen"),
                        row.getString("detail")))
                .list();
    }
}
