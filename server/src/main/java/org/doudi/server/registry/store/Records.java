package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.Roll;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a household's record together from members, facts and rolls; the one place where that is done. */
@Component
class Records {
    private static final List<String> REGISTER = List.of("state", "liftedOn", "throughProgramme");

    private final JdbcClient jdbc;
    private final HouseholdReader reader = new HouseholdReader();

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A fact that is to be looked at as if it were recorded. */
    record Supposed(FactKind kind, @Nullable Long person, JsonNode content) {}

    private record Member(long person, String number, LocalDate birth) {}

    private record Fact(@Nullable Long person, FactKind kind, String content) {}

    private record Entry(Roll roll, @Nullable Long person, String content) {}

    Household of(long id, LocalDate asOf, Instant knownOn, Optional<Supposed> supposed) {
        OffsetDateTime known = Times.sql(knownOn);
        ObjectNode record = jdbc.sql("select h.number, coalesce(r.lived_in, h.village) as village"
                        + " from registry.household h left join registry.residence r on r.household = h.id and"
                        + Times.TRUE_AND_KNOWN + "where h.id = :id")
                .param("id", id)
                .param("asOf", asOf)
                .param("known", known)
                .query((row, n) -> Pieces.JSON
                        .createObjectNode()
                        .put("householdId", row.getString("number"))
                        .put("village", row.getString("village"))
                        .put("assessedOn", asOf.toString()))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no household " + id + " here"));
        List<Member> members = jdbc.sql("select m.person, m.number, p.birth from registry.membership m"
                        + " join registry.person p on p.id = m.person where m.household = :id and"
                        + Times.TRUE_AND_KNOWN + "order by m.place")
                .param("id", id)
                .param("asOf", asOf)
                .param("known", known)
                .query((row, n) -> new Member(row.getLong(1), row.getString(2), Times.day(row, "birth")))
                .list();
        if (members.isEmpty()) {
            throw new NoSuchElementException("nothing is known of household " + id + " for " + asOf);
        }
        facts(record, id, asOf, known, members, supposed);
        rolls(record, id, asOf, known, members);
        return read(record);
    }

    private void facts(
            ObjectNode record,
            long id,
            LocalDate asOf,
            OffsetDateTime known,
            List<Member> members,
            Optional<Supposed> supposed) {
        List<Fact> facts = jdbc.sql("select person, kind, content::text as content from registry.fact"
                        + " where household = :id and" + Times.TRUE_AND_KNOWN + "order by id")
                .param("id", id)
                .param("asOf", asOf)
                .param("known", known)
                .query((row, n) -> new Fact(
                        row.getObject("person", Long.class),
                        FactKind.valueOf(row.getString("kind")),
                        row.getString("content")))
                .list();
        Map<Long, JsonNode> persons = new LinkedHashMap<>();
        Map<FactKind, JsonNode> whole = new LinkedHashMap<>();
        for (Fact fact : facts) {
            JsonNode content = Pieces.JSON.readTree(fact.content());
            if (fact.person() == null) {
                whole.put(fact.kind(), content);
            } else {
                persons.put(fact.person(), content);
            }
        }
        supposed.ifPresent(s -> {
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

    private void rolls(ObjectNode record, long id, LocalDate asOf, OffsetDateTime known, List<Member> members) {
        ObjectNode rolls = record.putObject("rolls");
        List<Entry> entries = jdbc.sql("select roll, person, content::text as content from registry.roll_entry"
                        + " where household = :id and" + Times.TRUE_AND_KNOWN + "order by id")
                .param("id", id)
                .param("asOf", asOf)
                .param("known", known)
                .query((row, n) -> new Entry(
                        Roll.valueOf(row.getString("roll")),
                        row.getObject("person", Long.class),
                        row.getString("content")))
                .list();
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
