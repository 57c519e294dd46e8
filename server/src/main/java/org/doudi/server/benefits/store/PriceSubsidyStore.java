package org.doudi.server.benefits.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.doudi.policy.PriceLinkage;
import org.doudi.server.benefits.PriceIndex;
import org.doudi.server.benefits.PriceSubsidies.Basis;
import org.doudi.server.benefits.PriceSubsidies.Covered;
import org.doudi.server.benefits.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is owed the price subsidy of a month, in sets. */
@Repository
public class PriceSubsidyStore {
    private static final String HOLDS = " known_to is null and valid_from < (:month::date + interval '1 month')::date"
            + " and (valid_to is null or valid_to > :month) and village >= :from and village <= :to ";

    /**
     * Each person once: with the household for dibao, alone for tekun and for those with preferential treatment. Nobody is counted who was dead
     * before the month began.
     */
    private static final String COVERED = """
            with alone as (
                select household, person from registry.roll_entry where roll = 'TEKUN' and HOLDS
                union
                select household, person from benefits.award where benefit = 'TEKUN' and person is not null and HOLDS
            ), family as (
                select household, min(village) as village, min(payee) as payee from benefits.award
                where benefit = 'DIBAO' and HOLDS group by household
            ), member as (
                select distinct on (m.person) m.person, m.household
                from (select household, person from registry.membership where HOLDS) m
                join family f on f.household = m.household
                join registry.person p on p.id = m.person and (p.death is null or p.death >= :month)
                where not exists (select from alone a where a.person = m.person)
                order by m.person, m.household
            ), single as (
                select distinct on (x.person) x.person, x.household
                from (
                    select household, person from alone
                    union all
                    select household, person from registry.roll_entry where roll = 'PREFERENTIAL' and HOLDS
                ) x
                join registry.person p on p.id = x.person and (p.death is null or p.death >= :month)
                where not exists (select from member m where m.person = x.person)
                order by x.person, x.household
            ), covered as (
                select f.village, f.household, null::bigint as person, f.payee, c.persons
                from family f join (select household, count(*) as persons from member group by household) c
                    on c.household = f.household
                union all
                select h.village, s.household, s.person, coalesce(h.head, s.person), 1
                from single s join registry.household h on h.id = s.household
            )
            """.replace("HOLDS", HOLDS);

    /** Awards that are not right any more end, those that are missing begin, and each change is noted. */
    private static final String BRING = COVERED + """
            , wanted as (
                select village, household, person, payee, persons * :fen as fen from covered where :fen > 0
            ), standing as (
                select id, village, household, person, fen from benefits.award
                where benefit = 'PRICE_SUBSIDY' and known_to is null and valid_from = :month and village >= :from and village <= :to
            ), wrong as (
                select s.id, s.village, s.household, s.person from standing s
                left join wanted w on w.household = s.household and coalesce(w.person, 0) = coalesce(s.person, 0)
                where w.fen is distinct from s.fen
            ), lacking as (
                select w.* from wanted w
                left join standing s on s.household = w.household and coalesce(s.person, 0) = coalesce(w.person, 0)
                where s.fen is distinct from w.fen
            ), ended as (
                update benefits.award a set known_to = :now from wrong where wrong.id = a.id
            ), begun as (
                insert into benefits.award (village, household, person, payee, benefit, fen, parts, valid_from, valid_to, known_from, reason, source)
                select village, household, person, payee, 'PRICE_SUBSIDY', fen,
                    jsonb_build_array(jsonb_build_object('kind', 'PRICE_SUBSIDY', 'person', person, 'fen', fen, 'clause', '2.3-4')), :month, (:month::date + interval '1 month')::date, :now,
                    'PRICE_INDEX', :source from lacking
            )
            insert into benefits.award_change (village, household, person, benefit, from_month, to_month, reason, source, at)
            select village, household, person, 'PRICE_SUBSIDY', :month, (:month::date + interval '1 month')::date, 'PRICE_INDEX', :source, :now
            from (select village, household, person from wrong union select village, household, person from lacking) x
            """;

    /** Who is covered no longer: what ended their dibao or tekun ended this. */
    private static final String STOPPED = """
            update benefits.line l set reason = c.reason
            from (
                select distinct on (household) household, reason from benefits.award_change
                where benefit in ('DIBAO', 'TEKUN') and village >= :from and village <= :to and from_month <= :month
                order by household, id desc
            ) c
            where l.run = :run and l.change = 'STOPPED' and c.household = l.household
            """;

    private final JdbcClient jdbc;

    PriceSubsidyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings what is owed for a month in line with an amount a person; tells how many awards that touched. */
    public int bring(String county, LocalDate month, long fen, String source, Instant now) {
        return area(jdbc.sql(BRING), county)
                .param("month", month)
                .param("fen", fen)
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many people a month's subsidy would reach. */
    public Covered covered(String county, LocalDate month) {
        return area(
                        jdbc.sql(
                                COVERED
                                        + "select count(*) as payments, coalesce(sum(persons), 0)::bigint as persons from covered"),
                        county)
                .param("month", month)
                .query((row, n) -> new Covered(row.getLong("payments"), row.getLong("persons")))
                .single();
    }

    /** Says why those are not paid any more who were the month before. */
    public void explain(Run run) {
        area(jdbc.sql(STOPPED), run.county())
                .param("run", run.id())
                .param("month", run.month())
                .update();
    }

    private static JdbcClient.StatementSpec area(JdbcClient.StatementSpec statement, String county) {
        return statement.param("from", county + "000000").param("to", county + "999999");
    }

    /** The months of a county that have a run of the subsidy, before another. */
    public List<LocalDate> months(String county, LocalDate before, LocalDate since) {
        return jdbc.sql("select month from benefits.run where county = ? and kind = 'PRICE_SUBSIDY'"
                        + " and state <> 'CANCELLED' and month < ? and month >= ? order by month")
                .params(county, before, since)
                .query(LocalDate.class)
                .list();
    }

    /** Keeps what a run was computed from. */
    public void keep(Run run, PriceIndex index, PriceLinkage linkage, String version) {
        jdbc.sql(
                        "insert into benefits.run_price (run, village, price_index, rise, standard_fen, times, round_to_fen, least_fen,"
                                + " person_fen, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        run.county() + "000000",
                        index.id(),
                        linkage.rise(index.cpi(), index.food()),
                        linkage.standard(),
                        linkage.times(),
                        linkage.roundTo(),
                        linkage.least(),
                        linkage.perPerson(index.cpi(), index.food()),
                        version)
                .update();
    }

    /** What a run was computed from. */
    public Optional<Basis> basis(long run, PriceIndexStore indexes) {
        return jdbc.sql("select price_index, rise, standard_fen, times, round_to_fen, least_fen, person_fen, version"
                        + " from benefits.run_price where run = ?")
                .param(run)
                .query((row, n) -> new Basis(
                        indexes.find(row.getLong("price_index")).orElseThrow(),
                        row.getLong("rise"),
                        row.getLong("standard_fen"),
                        row.getLong("times"),
                        row.getLong("round_to_fen"),
                        row.getLong("least_fen"),
                        row.getLong("person_fen"),
                        row.getString("version")))
                .optional();
    }

    /** Whether the figure that a run was computed from is not the one that counts any more. */
    public boolean isOutdated(Run run) {
        return jdbc.sql(
                        "select exists (select from benefits.run_price p join benefits.price_index i on i.id = p.price_index"
                                + " where p.run = ? and i.known_to is not null)")
                .param(run.id())
                .query(Boolean.class)
                .single();
    }

    /** The run of the subsidy that a county has for a month, if it was not given up. */
    public Optional<Long> run(String county, LocalDate month) {
        return jdbc.sql("select id from benefits.run where county = ? and kind = 'PRICE_SUBSIDY' and month = ?"
                        + " and state <> 'CANCELLED'")
                .params(county, month)
                .query(Long.class)
                .optional();
    }
}
