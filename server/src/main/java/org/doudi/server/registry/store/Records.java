package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.Household;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Line;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Roll;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a household's record together from members, facts and rolls; the one place where that is done. */
@Component
class Records {
    private static final List<String> REGISTER = List.of("state", "liftedOn", "throughProgramme");

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    private final JdbcClient jdbc;
    private final HouseholdReader reader = new HouseholdReader();

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact that is to be looked at as if it were recorded. */
    record Supposed(FactKind kind, @Nullable Long person, JsonNode content) {}

    private record Member(long household, long person, String number, LocalDate birth) {}

    private record Fact(long household, @Nullable Long person, FactKind kind, String content) {}

    private record Entry(
            long household, Roll roll, @Nullable Long person, String content) {}

    /** Where a household lived on the day, and where it lives now. */
    private record Place(long household, String number, String village, String home) {}

    /** What the rules look at, and the persons behind the members' numbers. */
    record Whole(Household household, Map<String, Long> persons) {}

    /** The record, and what is known beside it. */
    record Known(Household household, Circumstances circumstances) {}

    Household of(long id, LocalDate asOf, Instant knownOn, Optional<Supposed> supposed) {
        return whole(id, new Asked(List.of(id), asOf, Times.sql(knownOn)), supposed);
    }

    /** The same of a household that was read for the day and the moment, which is not asked for again. */
    Known known(HouseholdView household, LocalDate asOf, Instant knownOn) {
        Asked pieces = new Asked(household, asOf, Times.sql(knownOn));
        return new Known(
                whole(household.id(), pieces, Optional.empty()),
                CircumstancePieces.of(pieces.facts.getOrDefault(household.id(), List.of()).stream()
                        .map(f -> new CircumstancePieces.Piece(f.person(), f.kind(), f.content()))
                        .toList()));
    }

    private Household whole(long id, Asked pieces, Optional<Supposed> supposed) {
        Place place = pieces.places.get(id);
        if (place == null) {
            throw new NoSuchElementException("no household " + id + " here");
        }
        if (pieces.members(id).isEmpty()) {
            throw new NoSuchElementException("nothing is known of household " + id + " for " + pieces.asOf);
        }
        return record(place, pieces, supposed).household();
    }

    /** The records of many households, read in sets; one whose record does not hang together, or of which nothing is known, is left out. */
    Map<Long, Whole> all(List<Long> ids, LocalDate asOf, Instant knownOn) {
        Map<Long, Whole> records = new LinkedHashMap<>();
        if (ids.isEmpty()) {
            return records;
        }
        Asked pieces = new Asked(ids, asOf, Times.sql(knownOn));
        pieces.places.forEach((id, place) -> {
            if (!pieces.members(id).isEmpty()) {
                try {
                    records.put(id, record(place, pieces, Optional.empty()));
                } catch (IllegalArgumentException e) {
                    LOG.debug("the record of household {} does not hang together", id);
                }
            }
        });
        return records;
    }

    /** The rows of some households, each table asked once. */
    private final class Asked {
        private final LocalDate asOf;
        private final Map<Long, Place> places = new LinkedHashMap<>();
        private final Map<Long, List<Member>> members = new HashMap<>();
        private final Map<Long, List<Fact>> facts = new HashMap<>();
        private final Map<Long, List<Entry>> entries = new HashMap<>();

        Asked(List<Long> ids, LocalDate asOf, OffsetDateTime known) {
            this.asOf = asOf;
            ask(
                            "select h.id, h.number, coalesce(r.lived_in, h.village) as village, h.village as home"
                                    + " from registry.household h left join registry.residence r on r.household = h.id and"
                                    + Times.TRUE_AND_KNOWN + "where h.id in (:ids) order by h.id",
                            ids,
                            known)
                    .query((row, n) -> new Place(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                    .list()
                    .forEach(place -> places.put(place.household(), place));
            ask(
                            "select m.household, m.person, m.number, p.birth from registry.membership m"
                                    + " join registry.person p on p.id = m.person where m.household in (:ids) and"
                                    + Times.TRUE_AND_KNOWN + "order by m.household, m.place",
                            ids,
                            known)
                    .query((row, n) ->
                            new Member(row.getLong(1), row.getLong(2), row.getString(3), Times.day(row, "birth")))
                    .list()
                    .forEach(m -> put(members, m.household(), m));
            factsAndRolls(ids, known);
        }

        /** A household of which the rest is known. */
        Asked(HouseholdView household, LocalDate asOf, OffsetDateTime known) {
            this.asOf = asOf;
            long id = household.id();
            places.put(id, new Place(id, household.number(), household.village(), ""));
            household.members().forEach(m -> put(members, id, new Member(id, m.person(), m.number(), m.birth())));
            factsAndRolls(List.of(id), known);
        }

        private void factsAndRolls(List<Long> ids, OffsetDateTime known) {
            // facts stand by county, with their household's home: others' need not be looked into. The home of one
            // household is asked for in the same statement, which is then planned once; of many the planner has to
            // know where they are
            boolean one = ids.size() == 1;
            JdbcClient.StatementSpec asked = ask(
                    "select household, person, kind, content::text as content from registry.fact where household in (:ids)"
                            + " and village "
                            + (one
                                    ? "= (select h.village from registry.household h where h.id in (:ids))"
                                    : "in (:homes)")
                            + " and" + Times.TRUE_AND_KNOWN + "order by id",
                    ids,
                    known);
            (one ? asked : asked.param("homes", homes()))
                    .query((row, n) -> new Fact(
                            row.getLong("household"),
                            row.getObject("person", Long.class),
                            FactKind.valueOf(row.getString("kind")),
                            row.getString("content")))
                    .list()
                    .forEach(f -> put(facts, f.household(), f));
            ask(
                            "select household, roll, person, content::text as content from registry.roll_entry"
                                    + " where household in (:ids) and" + Times.TRUE_AND_KNOWN + "order by id",
                            ids,
                            known)
                    .query((row, n) -> new Entry(
                            row.getLong("household"),
                            Roll.valueOf(row.getString("roll")),
                            row.getObject("person", Long.class),
                            row.getString("content")))
                    .list()
                    .forEach(e -> put(entries, e.household(), e));
        }

        private Set<String> homes() {
            Set<String> homes = new HashSet<>();
            places.values().forEach(place -> homes.add(place.home()));
            return homes.isEmpty() ? Set.of("") : homes;
        }

        private JdbcClient.StatementSpec ask(String sql, List<Long> ids, OffsetDateTime known) {
            return jdbc.sql(sql).param("ids", ids).param("asOf", asOf).param("known", known);
        }

        private static <T> void put(Map<Long, List<T>> lists, long household, T one) {
            lists.computeIfAbsent(household, h -> new ArrayList<>()).add(one);
        }

        List<Member> members(long household) {
            return members.getOrDefault(household, List.of());
        }
    }

    private Whole record(Place place, Asked pieces, Optional<Supposed> supposed) {
        ObjectNode record = Pieces.JSON
                .createObjectNode()
                .put("householdId", place.number())
                .put("village", place.village())
                .put("assessedOn", pieces.asOf.toString());
        List<Member> members = pieces.members(place.household());
        facts(record, pieces.facts.getOrDefault(place.household(), List.of()), members, supposed);
        rolls(record, pieces.entries.getOrDefault(place.household(), List.of()), members);
        Map<String, Long> persons = new HashMap<>();
        members.forEach(m -> persons.put(m.number(), m.person()));
        return new Whole(read(record), persons);
    }

    private static void facts(ObjectNode record, List<Fact> facts, List<Member> members, Optional<Supposed> supposed) {
        Map<Long, JsonNode> persons = new LinkedHashMap<>();
        Map<FactKind, JsonNode> whole = new LinkedHashMap<>();
        for (Fact fact : facts) {
            JsonNode content = Pieces.JSON.readTree(fact.content());
            if (fact.kind().ofPerson() && fact.kind() != FactKind.MEMBER) {
                continue;
            }
            if (fact.person() == null) {
                whole.put(fact.kind(), content);
            } else {
                persons.put(fact.person(), content);
            }
        }
        supposed.filter(s -> !s.kind().ofPerson() || s.kind() == FactKind.MEMBER)
                .ifPresent(s -> {
                    if (s.person() == null) {
                        whole.put(s.kind(), s.content());
                    } else {
                        persons.put(s.person(), s.content());
                    }
                });
        JsonNode consent = whole.get(FactKind.CONSENT);
        record.put("consent", consent != null && consent.booleanValue());
        ArrayNode list = record.putArray("members");
        for (Member member : members) {
            ObjectNode one = list.addObject();
            one.put("memberId", member.number());
            one.put("birthDate", member.birth().toString());
            if (persons.get(member.person()) instanceof ObjectNode known1) {
                one.setAll(known1);
            }
        }
        record.set("income", ofMembers(whole.get(FactKind.INCOME), members));
        record.set("spending", ofMembers(whole.get(FactKind.SPENDING), members));
        put(record, "assets", whole.get(FactKind.ASSETS));
        put(record, "guarantees", whole.get(FactKind.GUARANTEES));
    }

    private static void put(ObjectNode record, String field, @Nullable JsonNode piece) {
        if (piece != null) {
            record.set(field, piece);
        }
    }

    /** The entries of those who belong to the household; who left took the own income along. */
    private static ArrayNode ofMembers(@Nullable JsonNode entries, List<Member> members) {
        ArrayNode kept = Pieces.JSON.createArrayNode();
        if (entries != null) {
            Set<String> numbers = new HashSet<>();
            members.forEach(m -> numbers.add(m.number()));
            entries.forEach(e -> {
                if (numbers.contains(e.get("memberId").stringValue())) {
                    kept.add(e);
                }
            });
        }
        return kept;
    }

    private static void rolls(ObjectNode record, List<Entry> entries, List<Member> members) {
        ObjectNode rolls = record.putObject("rolls");
        for (Entry entry : entries) {
            switch (entry.roll()) {
                case DIBAO -> rolls.set("dibao", Pieces.JSON.readTree(entry.content()));
                case REGISTER ->
                    // causes and the attribute stand there too, which the rules do not look at
                    rolls.set("register", ((ObjectNode) Pieces.JSON.readTree(entry.content())).retain(REGISTER));
                case TEKUN -> add(rolls, "tekun", entry, members);
                case LIVING_ALLOWANCE -> add(rolls, "livingAllowance", entry, members);
                case CARE_ALLOWANCE -> add(rolls, "careAllowance", entry, members);
                case DISABILITY, PREFERENTIAL -> {}
            }
        }
    }

    private static void add(ObjectNode rolls, String field, Entry entry, List<Member> members) {
        ArrayNode numbers = rolls.withArrayProperty(field);
        members.stream()
                .filter(m -> Long.valueOf(m.person()).equals(entry.person()))
                .forEach(m -> numbers.add(m.number()));
    }

    private Household read(ObjectNode record) {
        Line line = reader.read(record.toString());
        return line.fold(Line.Accepted::household, rejected -> {
            throw new IllegalArgumentException("the household's record does not hang together: " + rejected.errors());
        });
    }
}
