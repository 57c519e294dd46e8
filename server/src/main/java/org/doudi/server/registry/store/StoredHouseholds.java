package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Trace;
import org.doudi.policy.explain.Explanation;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.SearchQuery;
import org.doudi.server.registry.Sex;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(noRollbackFor = {NoSuchElementException.class, MissingParameterException.class})
class StoredHouseholds implements Households {
    private final JdbcClient jdbc;
    private final Records records;
    private final IdNumbers idNumbers;
    private final Divisions divisions;
    private final Standards standards;
    private final Today today;
    private final Reading reading;
    private final AuditTrail trail;

    StoredHouseholds(
            JdbcClient jdbc,
            Records records,
            IdNumbers idNumbers,
            Divisions divisions,
            Standards standards,
            Today today,
            Reading reading,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.records = records;
        this.idNumbers = idNumbers;
        this.divisions = divisions;
        this.standards = standards;
        this.today = today;
        this.reading = reading;
        this.trail = trail;
    }

    @Override
    public HouseholdView get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no household " + id + " here"));
    }

    @Override
    public Optional<HouseholdView> find(long id) {
        return find(id, today.date(), today.now());
    }

    @Override
    public Optional<HouseholdView> find(long id, LocalDate asOf, Instant knownOn) {
        List<MemberView> members = members(id, asOf, knownOn);
        String head = members.stream()
                .filter(m -> m.relation().equals(Relation.HEAD.word()))
                .map(MemberView::name)
                .findFirst()
                .orElse(null);
        Optional<HouseholdView> found = jdbc.sql("select h.number, coalesce(r.lived_in, h.village) as village,"
                        + " coalesce(r.address, h.address) as address, h.dissolved_on,"
                        + " coalesce(cast(:head as text), p.name) as head from registry.household h"
                        + " join registry.person p on p.id = h.head left join registry.residence r on r.household = h.id and"
                        + Times.TRUE_AND_KNOWN + " where h.id = :id")
                .param("head", head)
                .param("asOf", asOf)
                .param("known", Times.sql(knownOn))
                .param("id", id)
                .query((row, n) -> new HouseholdView(
                        id,
                        row.getString("number"),
                        row.getString("village"),
                        divisions.names(row.getString("village")),
                        row.getString("head"),
                        row.getString("address"),
                        members.isEmpty() ? Times.dayOrNull(row, "dissolved_on") : null,
                        members))
                .optional();
        found.ifPresent(household -> reading.household(id));
        return found;
    }

    private List<MemberView> members(long id, LocalDate asOf, Instant knownOn) {
        return jdbc.sql("select m.person, m.number, p.name, p.sex, p.birth, p.death, m.relation, p.id_no_masked"
                        + " from registry.membership m join registry.person p on p.id = m.person"
                        + " where m.household = :id and" + Times.TRUE_AND_KNOWN + "order by m.place")
                .param("id", id)
                .param("asOf", asOf)
                .param("known", Times.sql(knownOn))
                .query((row, n) -> new MemberView(
                        row.getLong("person"),
                        row.getString("number"),
                        row.getString("name"),
                        Sex.valueOf(row.getString("sex")),
                        Times.day(row, "birth"),
                        Times.dayOrNull(row, "death"),
                        row.getString("relation"),
                        row.getString("id_no_masked")))
                .list();
    }

    @Override
    public Household record(long id, LocalDate asOf, Instant knownOn) {
        Household household = records.of(id, asOf, knownOn, Optional.empty());
        reading.household(id);
        return household;
    }

    @Override
    public Assessment assess(long id, LocalDate asOf, Instant knownOn) {
        Household household = record(id, asOf, knownOn);
        return Assessor.assess(household, standards.pack().at(household), Trace.OFF);
    }

    @Override
    public Explanation explain(long id, LocalDate asOf, Instant knownOn) {
        Household household = record(id, asOf, knownOn);
        return Explanation.of(household, standards.pack().at(household));
    }

    @Override
    public Told tell(HouseholdView household, LocalDate asOf, Instant knownOn) {
        Records.Known known = records.known(household, asOf, knownOn);
        reading.household(household.id());
        Household record = known.household();
        return new Told(Explanation.of(record, standards.pack().at(record)), known.circumstances());
    }

    @Override
    public List<Hit> search(SearchQuery query) {
        String text = query.text();
        List<Hit> hits = List.of();
        if (IdNumbers.isWhole(text)) {
            hits = hits(jdbc.sql(Found.SELECT + " where p.id_no_idx = :text order by h.id limit :most")
                    .param("text", idNumbers.index(text)));
        } else if (text.matches("(?i)h-\\d+")) {
            hits = hits(jdbc.sql(Found.SELECT + " where h.number = :text order by m.place limit :most")
                    .param("text", text.toUpperCase(Locale.ROOT)));
        } else if (text.length() >= SearchQuery.SHORTEST) {
            hits = hits(jdbc.sql(Found.SELECT + " where p.name >= :text and p.name < :text || chr(65533)"
                            + " order by p.name, h.id limit :most")
                    .param("text", text));
        }
        trail.record(Act.SEARCHED, Subject.NONE, query.reason(), "hits " + hits.size());
        return hits;
    }

    private List<Hit> hits(JdbcClient.StatementSpec statement) {
        return statement
                .param("most", SearchQuery.MOST)
                .query((row, n) -> Found.hit(row, divisions))
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from registry.household")
                .query(Long.class)
                .single();
    }
}
