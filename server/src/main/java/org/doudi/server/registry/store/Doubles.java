package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.HouseholdChange.SamePerson;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.store.ChangeWork.Touched;
import org.doudi.server.registry.store.Memberships.Living;
import org.doudi.server.registry.store.Memberships.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes one of a person who was entered twice. The record that is kept counts; of the other, rolls and lines of income and spending that
 * the kept one lacks go over to it, and the rest ends. Of another county nothing goes over: what one county grants the other does not pay, and what it knows of the
 * person it was told by somebody for itself.
 */
@Component
class Doubles {
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Belongings belongings;
    private final CaseGuard guard;

    Doubles(JdbcClient jdbc, Memberships memberships, Belongings belongings, CaseGuard guard) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.belongings = belongings;
        this.guard = guard;
    }

    Touched unite(SamePerson same, Instant now) {
        if (same.person() == same.twin()) {
            throw new ChangeRefused(Reason.SAME_PERSON);
        }
        boolean apart = same.household() != same.other();
        // always in the same order, so that two who unite the same two wait for each other
        Open first = memberships.lock(Math.min(same.household(), same.other()));
        Open second = apart ? memberships.lock(Math.max(same.household(), same.other())) : first;
        Open to = first.id() == same.household() ? first : second;
        Open from = first.id() == same.household() ? second : first;
        guard.noRunningCase(to.id());
        guard.noRunningCase(from.id());
        LocalDate on = same.evidence().on();
        Living kept = Memberships.one(memberships.of(to.id()), same.person());
        Memberships.notBefore(kept, on);
        List<Living> living = memberships.of(from.id());
        Living twin = Memberships.one(living, same.twin());
        if (twin.relation() == Relation.HEAD && living.size() > 1) {
            throw new ChangeRefused(Reason.HEAD_NEEDED, twin.name());
        }
        memberships.end(from.id(), twin, on, now);
        if (county(from).equals(county(to))) {
            rolls(from, to, same, now);
        }
        Rows.ROLL_ENTRY.end(jdbc, "household = :p0 and person = :p1", List.of(from.id(), same.twin()), on, now);
        Rows.FACT.end(jdbc, "household = :p0 and person = :p1", List.of(from.id(), same.twin()), on, now);
        for (FactKind kind : List.of(FactKind.INCOME, FactKind.SPENDING)) {
            lines(
                    kind,
                    new Way(
                            from.id(),
                            to,
                            twin.number(),
                            kept.number(),
                            same.evidence().source(),
                            county(from).equals(county(to))),
                    on,
                    now);
        }
        jdbc.sql("update registry.person set same_as = ? where id = ?")
                .params(same.person(), same.twin())
                .update();
        if (living.size() == 1) {
            memberships.dissolve(from.id(), on, now);
        }
        return new Touched(apart ? from.id() : null, same.twin());
    }

    private void rolls(Open from, Open to, SamePerson same, Instant now) {
        LocalDate on = same.evidence().on();
        jdbc.sql(
                        "insert into registry.roll_entry (roll, household, person, village, content, source, valid_from, valid_to,"
                                + " known_from) select e.roll, :to, :kept, :village, e.content, e.source,"
                                + " greatest(e.valid_from, :on), e.valid_to, :now from registry.roll_entry e where e.household = :from"
                                + " and e.person = :twin and e.known_to is null and (e.valid_to is null or e.valid_to > :on)"
                                + " and not exists (select from registry.roll_entry k where k.household = :to and k.person = :kept"
                                + " and k.roll = e.roll and k.known_to is null and (k.valid_to is null or k.valid_to > :on))")
                .param("to", to.id())
                .param("kept", same.person())
                .param("village", to.village())
                .param("on", on)
                .param("now", Times.sql(now))
                .param("from", from.id())
                .param("twin", same.twin())
                .update();
    }

    private static String county(Open household) {
        return Divisions.county(household.village());
    }

    /** From the household of the twin, who has that number in it, to the one of the kept record, who has this. */
    private record Way(long from, Open to, String twin, String kept, String source, boolean goesOver) {}

    /** Where either household's lines change, they are cut, so that each piece is taken over for itself. */
    private void lines(FactKind kind, Way way, LocalDate on, Instant now) {
        boolean apart = way.from() != way.to().id();
        boolean goesOver = way.goesOver();
        List<Belongings.Piece> here = belongings.pieces(way.from(), kind, on);
        List<Belongings.Piece> there = goesOver ? belongings.pieces(way.to().id(), kind, on) : List.of();
        if (here.stream().noneMatch(p -> !of(p.content(), way.twin()).isEmpty())) {
            return;
        }
        NavigableSet<LocalDate> cuts = Belongings.cuts(here, there);
        belongings.endWhole(
                new TreeSet<>(goesOver ? List.of(way.from(), way.to().id()) : List.of(way.from())), kind, on, now);
        for (LocalDate from : cuts) {
            LocalDate to = cuts.higher(from);
            JsonNode old = Belongings.at(here, from);
            JsonNode other = Belongings.at(there, from);
            ArrayNode moved = of(old, way.twin());
            if (apart) {
                belongings.write(way.from(), null, kind, without(old, way.twin()), from, to, way.source(), now);
            }
            if (!goesOver) {
                continue;
            }
            JsonNode rest = apart ? other : without(other, way.twin());
            belongings.write(
                    way.to().id(),
                    way.to().village(),
                    kind,
                    joined(rest, moved, way.kept()),
                    from,
                    to,
                    way.source(),
                    now);
        }
    }

    private static ArrayNode of(@Nullable JsonNode lines, String number) {
        ArrayNode mine = Pieces.JSON.createArrayNode();
        if (lines != null) {
            lines.forEach(line -> {
                if (number.equals(line.get("memberId").stringValue())) {
                    mine.add(line);
                }
            });
        }
        return mine;
    }

    private static @Nullable JsonNode without(@Nullable JsonNode lines, String number) {
        if (lines == null) {
            return null;
        }
        ArrayNode rest = Pieces.JSON.createArrayNode();
        lines.forEach(line -> {
            if (!number.equals(line.get("memberId").stringValue())) {
                rest.add(line);
            }
        });
        return rest;
    }

    /** Income that both records tell is one income, so an item that the kept record tells is not added to. */
    private static @Nullable JsonNode joined(@Nullable JsonNode lines, ArrayNode moved, String kept) {
        if (moved.isEmpty()) {
            return lines;
        }
        ArrayNode all = Pieces.JSON.createArrayNode();
        Set<String> told = new HashSet<>();
        if (lines != null) {
            lines.forEach(line -> {
                all.add(line);
                if (kept.equals(line.get("memberId").stringValue())) {
                    told.add(line.get("item").stringValue());
                }
            });
        }
        moved.forEach(line -> {
            if (!told.contains(line.get("item").stringValue())) {
                all.add(((ObjectNode) line).deepCopy().put("memberId", kept));
            }
        });
        return all;
    }
}
