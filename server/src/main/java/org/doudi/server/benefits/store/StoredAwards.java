package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Amount;
import org.doudi.server.benefits.Award;
import org.doudi.server.benefits.Awards;
import org.doudi.server.benefits.Reason;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredAwards implements Awards {
    private static final String WHOSE =
            " household = :household and person is not distinct from cast(:person as bigint)"
                    + " and benefit = :aid and known_to is null ";
    private static final String OVERLAPPING = WHOSE + "and (valid_to is null or valid_to > :from)"
            + " and (cast(:until as date) is null or valid_from < cast(:until as date))";
    private static final String COPY = "insert into benefits.award (village, household, person, payee, benefit, fen,"
            + " parts, valid_from, valid_to, known_from, reason, source) select village, household, person, payee, benefit,"
            + " fen, parts, ";

    static final String AWARD =
            "select id, household, person, payee, benefit, fen, parts::text as parts, valid_from, valid_to, reason,"
                    + " source from benefits.award ";

    private final JdbcClient jdbc;
    private final Households households;
    private final HouseholdsInSight inSight;
    private final AuditTrail trail;
    private final Today today;

    StoredAwards(JdbcClient jdbc, Households households, HouseholdsInSight inSight, AuditTrail trail, Today today) {
        this.jdbc = jdbc;
        this.households = households;
        this.inSight = inSight;
        this.trail = trail;
        this.today = today;
    }

    @Override
    public void grant(Whose whose, long payee, Amount amount, Months months, Reason reason, String source) {
        OffsetDateTime now = makeRoom(whose, months, reason, source);
        insert(whose, payee, amount, months, reason, source, now);
        note(
                whose,
                reason,
                source,
                whose.aid() + " " + amount.fen() + " fen from " + months.from() + " until " + months.until());
    }

    private void insert(
            Whose whose, long payee, Amount amount, Months months, Reason reason, String source, OffsetDateTime now) {
        jdbc.sql(
                        "insert into benefits.award (village, household, person, payee, benefit, fen, parts, valid_from,"
                                + " valid_to, known_from, reason, source) values (:village, :household, cast(:person as bigint),"
                                + " :payee, :aid, :fen, cast(:parts as jsonb), :from, cast(:until as date), :now, :reason, :source)")
                .param("village", households.get(whose.household()).village())
                .param("household", whose.household())
                .param("person", whose.person())
                .param("payee", payee)
                .param("aid", whose.aid().name())
                .param("fen", amount.fen())
                .param("parts", PartsText.of(amount.parts()))
                .param("from", months.from())
                .param("until", months.until())
                .param("now", now)
                .param("reason", reason.name())
                .param("source", source)
                .update();
    }

    @Override
    public void end(Whose whose, Months months, Reason reason, String source) {
        if (!inSight.sees(whose.household())) {
            throw new NoSuchElementException("no household " + whose.household() + " here");
        }
        makeRoom(whose, months, reason, source);
        note(whose, reason, source, whose.aid() + " nothing from " + months.from() + " until " + months.until());
    }

    private void note(Whose whose, Reason reason, String source, String what) {
        trail.record(
                Act.AWARD_CHANGED, new Subject(whose.household(), whose.person(), null), reason + " " + source, what);
    }

    /** What overlaps is known no longer; what of it sticks out is known anew. */
    private OffsetDateTime makeRoom(Whose whose, Months months, Reason reason, String source) {
        OffsetDateTime now = today.now().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        String before = COPY + "valid_from, cast(:from as date), cast(:now as timestamptz), reason, source"
                + " from benefits.award where" + OVERLAPPING + " and valid_from < :from";
        String after = COPY + "cast(:until as date), valid_to, cast(:now as timestamptz), reason, source"
                + " from benefits.award where" + OVERLAPPING
                + " and cast(:until as date) is not null and (valid_to is null or valid_to > cast(:until as date))";
        jdbc.sql("with before_it as (" + before + "), after_it as (" + after
                        + ") update benefits.award set known_to = :now where" + OVERLAPPING)
                .param("household", whose.household())
                .param("person", whose.person())
                .param("aid", whose.aid().name())
                .param("from", months.from())
                .param("until", months.until())
                .param("now", now)
                .update();
        jdbc.sql("insert into benefits.award_change (village, household, person, benefit, from_month, to_month, reason,"
                        + " source, at) select village, :household, cast(:person as bigint), :aid, :from,"
                        + " cast(:until as date), :reason, :source, :now from registry.household where id = :household")
                .param("household", whose.household())
                .param("person", whose.person())
                .param("aid", whose.aid().name())
                .param("from", months.from())
                .param("until", months.until())
                .param("reason", reason.name())
                .param("source", source)
                .param("now", now)
                .update();
        return now;
    }

    private record Change(Whose whose, Months months, OffsetDateTime at) {}

    @Override
    public void withdraw(long household, String source) {
        List<Change> changes = jdbc.sql("select person, benefit, from_month, to_month, at from benefits.award_change"
                        + " where household = ? and source = ? and reason <> 'WITHDRAWN' order by id desc")
                .params(household, source)
                .query((row, n) -> new Change(
                        new Whose(
                                household, row.getObject("person", Long.class), Aid.valueOf(row.getString("benefit"))),
                        new Months(
                                row.getObject("from_month", LocalDate.class),
                                row.getObject("to_month", LocalDate.class)),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
        for (Change change : changes) {
            List<Award> before = closedAt(change);
            end(change.whose(), change.months(), Reason.WITHDRAWN, source);
            before.forEach(a -> clip(a, change.months())
                    .ifPresent(months ->
                            grant(change.whose(), a.payee(), a.amount(), months, Reason.WITHDRAWN, a.source())));
        }
    }

    private List<Award> closedAt(Change change) {
        return jdbc.sql(AWARD + "where household = :household and person is not distinct from cast(:person as bigint)"
                        + " and benefit = :aid and known_to = :at and known_from < :at order by valid_from")
                .param("household", change.whose().household())
                .param("person", change.whose().person())
                .param("aid", change.whose().aid().name())
                .param("at", change.at())
                .query(StoredAwards::award)
                .list();
    }

    private static Optional<Months> clip(Award a, Months to) {
        LocalDate from = a.from().isAfter(to.from()) ? a.from() : to.from();
        LocalDate until =
                a.until() == null || (to.until() != null && to.until().isBefore(a.until())) ? to.until() : a.until();
        return until == null || until.isAfter(from) ? Optional.of(new Months(from, until)) : Optional.empty();
    }

    @Override
    public List<Award> of(long household) {
        return jdbc.sql(AWARD + "where household = ? and known_to is null order by valid_from desc, id desc")
                .param(household)
                .query(StoredAwards::award)
                .list();
    }

    static Award award(ResultSet row, int number) throws SQLException {
        return new Award(
                row.getLong("id"),
                row.getLong("household"),
                row.getObject("person", Long.class),
                row.getLong("payee"),
                Aid.valueOf(row.getString("benefit")),
                row.getLong("fen"),
                PartsText.read(row.getString("parts")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                Reason.valueOf(row.getString("reason")),
                row.getString("source"));
    }
}
