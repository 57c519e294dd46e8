package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.doudi.policy.Assessment;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.HouseholdChange.Share;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a household goes along with those who leave it: their own facts and rolls, their income and spending, and a share of what it owns. */
@Component
class Belongings {
    private static final List<FactKind> WHOLE = List.of(
            FactKind.INCOME,
            FactKind.SPENDING,
            FactKind.ASSETS,
            FactKind.GUARANTEES,
            FactKind.CONSENT,
            FactKind.LAND,
            FactKind.DISASTER);

    private final JdbcClient jdbc;

    Belongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A way from one household to another.
     *
     * @param numbers of each who goes, the number inside the old household and inside the new one
     * @param share what goes along of the assets; null for all
     */
    record Way(
            long from,
            Memberships.Open to,
            List<Long> persons,
            Map<String, String> numbers,
            @Nullable Share share,
            String source) {}

    void carry(Way way, LocalDate on, Instant now) {
        ofPersons(Rows.FACT, "fact", "kind", way, on, now);
        ofPersons(Rows.ROLL_ENTRY, "roll_entry", "roll", way, on, now);
        WHOLE.forEach(kind -> ofHousehold(kind, way, on, now));
    }

    private void ofPersons(Rows rows, String table, String column, Way way, LocalDate on, Instant now) {
        jdbc.sql("insert into registry." + table + " (household, person, village, " + column
                        + ", content, source, valid_from, valid_to, known_from) select :to, person, :village, " + column
                        + ", content, source, greatest(valid_from, :on), valid_to, :now from registry." + table
                        + " where household = :from and person in (:persons) and known_to is null"
                        + " and (valid_to is null or valid_to > :on)")
                .param("to", way.to().id())
                .param("village", way.to().village())
                .param("on", on)
                .param("now", Times.sql(now))
                .param("from", way.from())
                .param("persons", way.persons())
                .update();
        rows.end(jdbc, "household = :p0 and person in (:p1)", List.of(way.from(), way.persons()), on, now);
    }

    record Piece(LocalDate from, @Nullable LocalDate to, JsonNode content) {
        boolean holds(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    List<Piece> pieces(long household, FactKind kind, LocalDate on) {
        return jdbc.sql("select greatest(valid_from, :on) as valid_from, valid_to, content::text as content"
                        + " from registry.fact where household = :household and kind = :kind and person is null"
                        + " and known_to is null and (valid_to is null or valid_to > :on)")
                .param("on", on)
                .param("household", household)
                .param("kind", kind.name())
                .query((row, n) -> new Piece(
                        Times.day(row, "valid_from"),
                        Times.dayOrNull(row, "valid_to"),
                        Pieces.JSON.readTree(row.getString("content"))))
                .list();
    }

    /** The days on which either of two lines of pieces changes. */
    static NavigableSet<LocalDate> cuts(List<Piece> here, List<Piece> there) {
        TreeSet<LocalDate> cuts = new TreeSet<>();
        List.of(here, there)
                .forEach(pieces -> pieces.forEach(p -> {
                    cuts.add(p.from());
                    if (p.to() != null) {
                        cuts.add(p.to());
                    }
                }));
        return cuts;
    }

    /** Ends the households' facts of a kind but for those that are written at this moment. */
    void endWhole(Iterable<Long> households, FactKind kind, LocalDate on, Instant now) {
        for (long household : households) {
            Rows.FACT.end(
                    jdbc,
                    "household = :p0 and kind = :p1 and person is null and known_from <> :now",
                    List.of(household, kind.name()),
                    on,
                    now);
        }
    }

    /** Both households' facts are cut where either of them changes, so that each piece is divided or joined for itself. */
    private void ofHousehold(FactKind kind, Way way, LocalDate on, Instant now) {
        List<Piece> here = pieces(way.from(), kind, on);
        List<Piece> there = pieces(way.to().id(), kind, on);
        NavigableSet<LocalDate> cuts = cuts(here, there);
        endWhole(List.of(way.from(), way.to().id()), kind, on, now);
        for (LocalDate from : cuts) {
            LocalDate to = cuts.higher(from);
            JsonNode old = at(here, from);
            JsonNode other = at(there, from);
            write(
                    way.from(),
                    null,
                    kind,
                    way.share() == null ? null : rest(kind, old, way),
                    from,
                    to,
                    way.source(),
                    now);
            write(
                    way.to().id(),
                    way.to().village(),
                    kind,
                    way.share() == null ? joined(kind, old, other, way) : part(kind, old, way),
                    from,
                    to,
                    way.source(),
                    now);
        }
    }

    static @Nullable JsonNode at(List<Piece> pieces, LocalDate day) {
        return pieces.stream()
                .filter(p -> p.holds(day))
                .map(Piece::content)
                .findFirst()
                .orElse(null);
    }

    /** What stays behind after a split. */
    private static @Nullable JsonNode rest(FactKind kind, @Nullable JsonNode old, Way way) {
        if (old == null) {
            return null;
        }
        return switch (kind) {
            case INCOME, SPENDING -> {
                ArrayNode kept = Pieces.JSON.createArrayNode();
                old.forEach(line -> {
                    if (!way.numbers().containsKey(line.get("memberId").stringValue())) {
                        kept.add(line);
                    }
                });
                yield kept;
            }
            case ASSETS -> assets(old, Objects.requireNonNull(way.share()), Side.STAYS);
            default -> old;
        };
    }

    /** What goes along in a split. */
    private static @Nullable JsonNode part(FactKind kind, @Nullable JsonNode old, Way way) {
        if (old == null) {
            return null;
        }
        return switch (kind) {
            case INCOME, SPENDING -> renumbered(old, way);
            case ASSETS -> assets(old, Objects.requireNonNull(way.share()), Side.GOES);
            // whoever gets land in a split tells of it; what was lost, was lost by those who stay
            case LAND, DISASTER -> null;
            default -> old;
        };
    }

    /** Two households as one. */
    private static @Nullable JsonNode joined(FactKind kind, @Nullable JsonNode old, @Nullable JsonNode other, Way way) {
        if (old == null) {
            return other;
        }
        if (kind == FactKind.INCOME || kind == FactKind.SPENDING) {
            ArrayNode all = renumbered(old, way);
            if (other != null) {
                other.forEach(all::add);
            }
            return all;
        }
        if (other == null) {
            return old;
        }
        return switch (kind) {
            case ASSETS -> {
                ObjectNode sum = ((ObjectNode) other).deepCopy();
                sum.put("financialYuan", Assessment.yuan(fen(old) + fen(other)));
                for (String count : List.of("houses", "cars", "machines")) {
                    sum.put(count, old.path(count).asInt(0) + other.path(count).asInt(0));
                }
                sum.put(
                        "business",
                        old.path("business").asBoolean(false)
                                || other.path("business").asBoolean(false));
                yield sum;
            }
            case LAND -> {
                FactContent.Land mine = CircumstancePieces.land(old);
                FactContent.Land theirs = CircumstancePieces.land(other);
                yield CircumstancePieces.of(
                        new FactContent.Land(mine.arable() + theirs.arable(), mine.forest() + theirs.forest()));
            }
            case DISASTER -> {
                ArrayNode both = ((ArrayNode) other).deepCopy();
                old.forEach(both::add);
                yield both;
            }
            case GUARANTEES -> {
                ObjectNode both = ((ObjectNode) other).deepCopy();
                both.propertyNames()
                        .forEach(name -> both.put(
                                name,
                                old.path(name).asBoolean(false)
                                        && other.path(name).asBoolean(false)));
                yield both;
            }
            default -> Pieces.JSON.getNodeFactory().booleanNode(old.booleanValue() && other.booleanValue());
        };
    }

    private static ArrayNode renumbered(JsonNode lines, Way way) {
        ArrayNode mine = Pieces.JSON.createArrayNode();
        lines.forEach(line -> {
            String number = way.numbers().get(line.get("memberId").stringValue());
            if (number != null) {
                mine.add(((ObjectNode) line).deepCopy().put("memberId", number));
            }
        });
        return mine;
    }

    private enum Side {
        STAYS,
        GOES
    }

    private static long fen(JsonNode assets) {
        return assets.path("financialYuan").asDecimal().movePointRight(2).longValueExact();
    }

    private static JsonNode assets(JsonNode old, Share share, Side side) {
        ObjectNode part = ((ObjectNode) old).deepCopy();
        long fen = fen(old) - share.financialFen();
        part.put("financialYuan", Assessment.yuan(side == Side.GOES ? share.financialFen() : notBelowZero(fen)));
        count(part, "houses", share.houses(), side);
        count(part, "cars", share.cars(), side);
        count(part, "machines", share.machines(), side);
        if (side == Side.GOES) {
            part.put("business", false);
        }
        return part;
    }

    private static void count(ObjectNode part, String name, int goes, Side side) {
        int stays = part.path(name).asInt(0) - goes;
        part.put(name, side == Side.GOES ? goes : (int) notBelowZero(stays));
    }

    private static long notBelowZero(long value) {
        if (value < 0) {
            throw new ChangeRefused(Reason.TOO_MUCH);
        }
        return value;
    }

    void write(
            long household,
            @Nullable String village,
            FactKind kind,
            @Nullable JsonNode content,
            LocalDate from,
            @Nullable LocalDate to,
            String source,
            Instant now) {
        if (content == null) {
            return;
        }
        jdbc.sql(
                        "insert into registry.fact (household, village, kind, content, valid_from, valid_to, known_from,"
                                + " source) select id, coalesce(cast(:village as text), village), :kind,"
                                + " cast(:content as jsonb), :from, :to, :now, :source from registry.household where id = :household")
                .param("village", village)
                .param("kind", kind.name())
                .param("content", content.toString())
                .param("from", from)
                .param("to", to)
                .param("now", Times.sql(now))
                .param("source", source)
                .param("household", household)
                .update();
    }
}
