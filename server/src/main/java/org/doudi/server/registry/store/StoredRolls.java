package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.policy.RegisterState;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Repository
@Transactional
class StoredRolls implements Rolls {
    private static final List<String> KEPT = List.of("cause", "otherCauses", "attribute");

    private final JdbcClient jdbc;
    private final Today today;
    private final Reading reading;
    private final AuditTrail trail;

    StoredRolls(JdbcClient jdbc, Today today, Reading reading, AuditTrail trail) {
        this.jdbc = jdbc;
        this.today = today;
        this.reading = reading;
        this.trail = trail;
    }

    @Override
    public List<RollEntry> of(long household, LocalDate asOf) {
        List<RollEntry> entries = jdbc.sql("select roll, person, content::text as content, valid_from"
                        + " from registry.roll_entry where household = :id and" + Times.TRUE_AND_KNOWN + "order by id")
                .param("id", household)
                .param("asOf", asOf)
                .param("known", Times.sql(today.now()))
                .query((row, n) -> entry(
                        Roll.valueOf(row.getString("roll")),
                        row.getObject("person", Long.class),
                        Pieces.JSON.readTree(row.getString("content")),
                        Times.day(row, "valid_from")))
                .list();
        if (!entries.isEmpty()) {
            reading.household(household);
        }
        return entries;
    }

    private static RollEntry entry(Roll roll, @Nullable Long person, JsonNode content, LocalDate from) {
        return switch (roll) {
            case DIBAO ->
                new RollEntry(
                        roll,
                        null,
                        content.has("since")
                                ? LocalDate.parse(content.get("since").stringValue())
                                : null,
                        content.get("monthlyYuan").asDecimal().movePointRight(2).longValueExact(),
                        null);
            case REGISTER ->
                RollEntry.register(new RollEntry.Register(
                        RegisterState.valueOf(content.get("state").stringValue()),
                        content.has("liftedOn")
                                ? LocalDate.parse(content.get("liftedOn").stringValue())
                                : null,
                        content.get("throughProgramme").booleanValue(),
                        Pieces.causes(content)));
            case TEKUN, LIVING_ALLOWANCE, CARE_ALLOWANCE, DISABILITY, PREFERENTIAL ->
                new RollEntry(roll, person, from, 0, null);
        };
    }

    @Override
    public void enter(long household, RollEntry entry, LocalDate from, String source, String why) {
        String content = content(household, entry, from).toString();
        Instant now = change(household, entry.roll(), entry.person(), from);
        jdbc.sql("insert into registry.roll_entry (roll, household, person, village, content, valid_from, known_from,"
                        + " source) select :roll, id, cast(:person as bigint), village, cast(:content as jsonb), :from,"
                        + " :now, :source from registry.household where id = :household")
                .param("roll", entry.roll().name())
                .param("person", entry.person())
                .param("content", content)
                .param("from", from)
                .param("now", Times.sql(now))
                .param("source", source)
                .param("household", household)
                .update();
        trail.record(
                Act.ROLL_CHANGED,
                new Subject(household, entry.person(), null),
                why,
                "on " + entry.roll() + " from " + from);
    }

    /** What stands on the roll; of the register's, causes and attribute go on with what stood there up to the day. */
    private ObjectNode content(long household, RollEntry entry, LocalDate from) {
        ObjectNode content = Pieces.of(entry);
        if (entry.roll() == Roll.REGISTER) {
            jdbc.sql("select content::text from registry.roll_entry where household = ? and roll = 'REGISTER'"
                            + " and known_to is null and (valid_to is null or valid_to >= ?)"
                            + " order by valid_from desc limit 1")
                    .params(household, from)
                    .query(String.class)
                    .optional()
                    .map(Pieces.JSON::readTree)
                    .ifPresent(before -> KEPT.stream()
                            .filter(field -> before.has(field) && !content.has(field))
                            .forEach(field -> content.set(field, before.get(field))));
        }
        return content;
    }

    @Override
    public void leave(long household, Roll roll, @Nullable Long person, LocalDate from, String source, String why) {
        change(household, roll, person, from);
        trail.record(
                Act.ROLL_CHANGED,
                new Subject(household, person, null),
                why,
                "off " + roll + " from " + from + ", " + source);
    }

    private Instant change(long household, Roll roll, @Nullable Long person, LocalDate from) {
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        boolean here = jdbc.sql("select id from registry.household where id = ? for no key update")
                .param(household)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!here) {
            throw new NoSuchElementException("no household " + household + " here");
        }
        Timeline.replace(
                jdbc,
                new Timeline.Place("roll_entry", "roll", roll.name(), household, person),
                new Timeline.Span(from, null),
                now);
        return now;
    }
}
