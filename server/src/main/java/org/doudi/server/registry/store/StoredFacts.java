package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.policy.Household;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.FactView;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.store.CircumstancePieces.Piece;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredFacts implements Facts {
    /** By the household's village too, so that one county's part of the table is looked into. */
    private static final String OF_HOUSEHOLD = " where household = :household"
            + " and village = (select h.village from registry.household h where h.id = :household)";

    private final JdbcClient jdbc;
    private final Records records;
    private final Today today;
    private final Reading reading;
    private final AuditTrail trail;

    StoredFacts(JdbcClient jdbc, Records records, Today today, Reading reading, AuditTrail trail) {
        this.jdbc = jdbc;
        this.records = records;
        this.today = today;
        this.reading = reading;
        this.trail = trail;
    }

    @Override
    public void record(FactChange change, String why) {
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        // the lock puts two people who correct the same household at the same time one after the other
        String village = jdbc.sql("select village from registry.household where id = ? for no key update")
                .param(change.household())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no household " + change.household() + " here"));
        preview(change);
        Timeline.replace(
                jdbc,
                new Timeline.Place("fact", "kind", change.content().kind().name(), change.household(), change.person()),
                new Timeline.Span(change.validFrom(), change.validTo()),
                now);
        jdbc.sql("insert into registry.fact (household, person, village, kind, content, valid_from, valid_to,"
                        + " known_from, source) values (:household, :person, :village, :kind, cast(:content as jsonb),"
                        + " :from, :to, :known, :source)")
                .param("household", change.household())
                .param("person", change.person())
                .param("village", village)
                .param("kind", change.content().kind().name())
                .param("content", Pieces.of(change.content()).toString())
                .param("from", change.validFrom())
                .param("to", change.validTo())
                .param("known", Times.sql(now))
                .param("source", change.source())
                .update();
        trail.record(
                Act.FACT_RECORDED,
                new Subject(change.household(), change.person(), null),
                why,
                change.content().kind().name());
    }

    @Override
    public Household preview(FactChange change) {
        LocalDate day = today.date();
        LocalDate to = change.validTo();
        LocalDate shown =
                change.validFrom().isAfter(day) || (to != null && !to.isAfter(day)) ? change.validFrom() : day;
        reading.household(change.household());
        return records.of(
                change.household(),
                shown,
                today.now(),
                Optional.of(
                        new Records.Supposed(change.content().kind(), change.person(), Pieces.of(change.content()))));
    }

    @Override
    public Circumstances circumstances(long household, LocalDate asOf, Instant knownOn) {
        List<Piece> pieces = jdbc.sql("select kind, person, content::text as content from registry.fact" + OF_HOUSEHOLD
                        + " and kind in ('INSURANCE', 'SCHOOLING', 'LAND', 'DISASTER') and" + Times.TRUE_AND_KNOWN
                        + "order by id")
                .param("household", household)
                .param("asOf", asOf)
                .param("known", Times.sql(knownOn))
                .query((row, n) -> new Piece(
                        row.getObject("person", Long.class),
                        FactKind.valueOf(row.getString("kind")),
                        row.getString("content")))
                .list();
        if (!pieces.isEmpty()) {
            reading.household(household);
        }
        return CircumstancePieces.of(pieces);
    }

    @Override
    public Map<Long, Disasters> disasters(List<Long> households, LocalDate asOf) {
        Map<Long, Disasters> known = new HashMap<>();
        if (!households.isEmpty()) {
            jdbc.sql("select household, content::text as content from registry.fact where household in (:households)"
                            + " and kind = 'DISASTER' and" + Times.TRUE_AND_KNOWN)
                    .param("households", households)
                    .param("asOf", asOf)
                    .param("known", Times.sql(today.now()))
                    .query(row -> {
                        known.put(
                                row.getLong("household"),
                                CircumstancePieces.disasters(Pieces.JSON.readTree(row.getString("content"))));
                    });
        }
        return known;
    }

    @Override
    public List<FactView> history(long household) {
        List<FactView> facts = jdbc.sql("select id, person, kind, content::text as content, valid_from, valid_to,"
                        + " known_from, known_to, source from registry.fact" + OF_HOUSEHOLD
                        + " order by known_from desc, id desc")
                .param("household", household)
                .query((row, n) -> new FactView(
                        row.getLong("id"),
                        row.getObject("person", Long.class),
                        FactKind.valueOf(row.getString("kind")),
                        row.getString("content"),
                        Times.day(row, "valid_from"),
                        Times.dayOrNull(row, "valid_to"),
                        Times.moment(row, "known_from"),
                        Times.momentOrNull(row, "known_to"),
                        row.getString("source")))
                .list();
        if (!facts.isEmpty()) {
            reading.household(household);
        }
        return facts;
    }
}
