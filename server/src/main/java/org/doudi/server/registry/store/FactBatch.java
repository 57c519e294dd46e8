package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.policy.Household;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.store.ImportWork.Judged;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.registry.store.RowMatch.Person;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Records what the rows of a list say of people and households.
 *
 * <p>As on the rolls: what stands there already is left alone; what is otherwise holds from the list's day on; a certificate of who had none
 * holds from the day that the list says. Nothing is written of a row that does not fit the household's record.
 */
@Component
class FactBatch {
    private final JdbcClient jdbc;
    private final Records records;
    private final Facts facts;
    private final Today today;

    FactBatch(JdbcClient jdbc, Records records, Facts facts, Today today) {
        this.jdbc = jdbc;
        this.records = records;
        this.facts = facts;
        this.today = today;
    }

    /** What became of a row's saying: changed, stood there already, or the problem. */
    record Fate(boolean stood, @Nullable Problem problem) {}

    /** Of the rows that say something of somebody who is certain: what became of it. */
    Map<Judged, Fate> write(Plan plan, List<Judged> judged) {
        List<Judged> saying = judged.stream()
                .filter(j ->
                        j.problem() == null && j.person() != null && j.row().saying() != null)
                .toList();
        Set<String> before = saying.isEmpty() ? new HashSet<>() : saidBefore(plan, saying);
        Map<Judged, Fate> fates = new HashMap<>();
        for (Judged j : saying) {
            Person person = j.person();
            Saying what = j.row().saying();
            if (person != null && what != null) {
                fates.put(j, write(plan, person, j.row().since(), what, before));
            }
        }
        return fates;
    }

    private static String whose(long household, @Nullable Long person, Saying what) {
        return household + "/" + (ofHousehold(what) ? "" : person) + "/" + what.key();
    }

    /** Whether any of its people's rows tells the same of a household. */
    private static boolean ofHousehold(Saying what) {
        return what.kind() == FactKind.ASSETS || what.kind() == FactKind.LAND;
    }

    /** What the rows before these said, in the same list. */
    private Set<String> saidBefore(Plan plan, List<Judged> saying) {
        List<Long> households = saying.stream()
                .map(Judged::person)
                .flatMap(p -> Optional.ofNullable(p).stream())
                .map(Person::household)
                .distinct()
                .toList();
        boolean ofHouseholds = saying.stream().map(j -> j.row().saying()).anyMatch(s -> s != null && ofHousehold(s));
        return new HashSet<>(jdbc.sql("select household, person, detail from registry.import_row where import = :import"
                        + " and household in (:households) and state in ('ENTERED', 'ALREADY') and detail <> ''")
                .param("import", plan.id())
                .param("households", households)
                .query((row, n) -> row.getLong(1) + "/" + (ofHouseholds ? "" : row.getLong(2)) + "/" + row.getString(3))
                .list());
    }

    private Fate write(Plan plan, Person person, @Nullable LocalDate since, Saying what, Set<String> before) {
        String whose = whose(person.household(), person.id(), what);
        try {
            List<FactChange> changes = changes(plan, person, since, what);
            if (changes.isEmpty()) {
                before.add(whose);
                return new Fate(true, null);
            }
            if (!before.add(whose)) {
                return new Fate(false, Problem.CONTRADICTS);
            }
            changes.forEach(change -> facts.record(change, plan.source()));
            return new Fate(false, null);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return new Fate(false, Problem.DOES_NOT_FIT);
        }
    }

    private List<FactChange> changes(Plan plan, Person person, @Nullable LocalDate since, Saying what) {
        record Belongs(String number, LocalDate from) {}
        Belongs belongs = jdbc.sql(
                        "select number, valid_from from registry.membership where household = ? and person = ?"
                                + " and known_to is null and valid_to is null")
                .params(person.household(), person.id())
                .query((row, n) -> new Belongs(row.getString(1), Times.day(row, "valid_from")))
                .single();
        LocalDate on = later(plan.holdsFrom(), belongs.from());
        if (what instanceof Saying.Tells tells) {
            return told(plan, person, tells, on);
        }
        Household now = records.of(person.household(), on, today.now(), Optional.empty());
        if (what.into(now, belongs.number()).isEmpty()) {
            return List.of();
        }
        LocalDate from = since != null && what.goesOn(now, belongs.number()) ? later(since, belongs.from()) : on;
        List<LocalDate> days = days(person, what, from);
        List<FactChange> changes = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            LocalDate end = i + 1 < days.size() ? days.get(i + 1) : null;
            Household then = records.of(person.household(), day, today.now(), Optional.empty());
            if (i == 0 || what.goesOn(then, belongs.number())) {
                what.into(then, belongs.number())
                        .ifPresent(content -> changes.add(change(plan, person, content, day, end)));
            }
        }
        changes.forEach(this::fits);
        return changes;
    }

    /** Beside the law's record: as the list says from its day on, until something else is known. */
    private List<FactChange> told(Plan plan, Person person, Saying.Tells tells, LocalDate on) {
        JsonNode known = jdbc.sql(
                        "select content::text from registry.fact where household = :household and kind = :kind"
                                + " and person is not distinct from cast(:person as bigint) and known_to is null"
                                + " and valid_from <= :on and (valid_to is null or valid_to > :on)")
                .param("household", person.household())
                .param("kind", tells.kind().name())
                .param("person", tells.kind().ofPerson() ? person.id() : null)
                .param("on", on)
                .query(String.class)
                .optional()
                .map(Pieces.JSON::readTree)
                .orElse(null);
        List<LocalDate> days = days(person, tells, on);
        return tells.into(known)
                .map(content -> change(plan, person, content, on, days.size() > 1 ? days.get(1) : null))
                .map(List::of)
                .orElse(List.of());
    }

    private static FactChange change(
            Plan plan, Person person, FactContent content, LocalDate from, @Nullable LocalDate to) {
        Long whose = content.kind().ofPerson() ? person.id() : null;
        return new FactChange(person.household(), whose, content, from, to, plan.source());
    }

    /** Looks at the record with the change in it, on its first day and today, before anything is written. */
    private void fits(FactChange change) {
        Instant known = today.now();
        LocalDate to = change.validTo();
        Optional<Records.Supposed> supposed = Optional.of(
                new Records.Supposed(change.content().kind(), change.person(), Pieces.of(change.content())));
        records.of(change.household(), change.validFrom(), known, supposed);
        if (change.validFrom().isBefore(today.date()) && (to == null || to.isAfter(today.date()))) {
            records.of(change.household(), today.date(), known, supposed);
        }
    }

    /** The day from which on, and those after it on which something else of the same kind begins to be true. */
    private List<LocalDate> days(Person person, Saying what, LocalDate from) {
        Set<LocalDate> days = new TreeSet<>(Set.of(from));
        days.addAll(jdbc.sql("select valid_from from registry.fact where household = :household and kind = :kind"
                        + " and person is not distinct from cast(:person as bigint) and known_to is null"
                        + " and valid_from > :from union select valid_to from registry.fact where household = :household"
                        + " and kind = :kind and person is not distinct from cast(:person as bigint)"
                        + " and known_to is null and valid_to > :from")
                .param("household", person.household())
                .param("kind", what.kind().name())
                .param("person", what.kind().ofPerson() ? person.id() : null)
                .param("from", from)
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list());
        return List.copyOf(days);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
