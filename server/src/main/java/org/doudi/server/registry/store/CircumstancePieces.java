package org.doudi.server.registry.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Education;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.Disaster;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.FactContent.Insured;
import org.doudi.server.registry.FactContent.Land;
import org.doudi.server.registry.FactContent.Schooling;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.SchoolStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts beside the law's record as JSON, as they lie in the table of facts. */
final class CircumstancePieces {
    private static final int PLACES = 2;
    private static final Set<FactKind> KINDS =
            EnumSet.of(FactKind.INSURANCE, FactKind.SCHOOLING, FactKind.LAND, FactKind.DISASTER);

    private CircumstancePieces() {}

    /** A fact as it lies there. */
    record Piece(@Nullable Long person, FactKind kind, String content) {}

    /** What facts of a household say beside the law's record; those of the record are passed over. */
    static Circumstances of(List<Piece> facts) {
        Map<Long, Insured> insured = new HashMap<>();
        Map<Long, Schooling> schooling = new HashMap<>();
        Land land = null;
        Disasters disasters = Disasters.NONE;
        for (Piece piece : facts) {
            if (!KINDS.contains(piece.kind())) {
                continue;
            }
            Long person = piece.person();
            FactContent content = read(piece.kind(), Pieces.JSON.readTree(piece.content()));
            if (person != null && content instanceof Insured one) {
                insured.put(person, one);
            } else if (person != null && content instanceof Schooling one) {
                schooling.put(person, one);
            } else if (content instanceof Land one) {
                land = one;
            } else if (content instanceof Disasters all) {
                disasters = all;
            }
        }
        return new Circumstances(insured, schooling, land, disasters);
    }

    static JsonNode of(Insured insured) {
        return Pieces.JSON
                .createObjectNode()
                .put("resident", insured.resident())
                .put("employee", insured.employee())
                .put("illness", insured.illness());
    }

    static JsonNode of(Schooling schooling) {
        ObjectNode piece = Pieces.JSON.createObjectNode();
        put(piece, "education", schooling.education());
        put(piece, "stage", schooling.stage());
        put(piece, "absence", schooling.absence());
        return piece;
    }

    private static void put(ObjectNode piece, String field, @Nullable Enum<?> value) {
        if (value != null) {
            piece.put(field, value.name());
        }
    }

    static JsonNode of(Land land) {
        return Pieces.JSON.createObjectNode().put("arableMu", mu(land.arable())).put("forestMu", mu(land.forest()));
    }

    static JsonNode of(Disasters disasters) {
        ArrayNode all = Pieces.JSON.createArrayNode();
        disasters
                .all()
                .forEach(d -> all.addObject()
                        .put("on", d.on().toString())
                        .put("what", d.what().name())
                        .put("lossYuan", Assessment.yuan(d.lossFen())));
        return all;
    }

    /** Hundredths of a mu in mu. */
    static String mu(long hundredths) {
        return BigDecimal.valueOf(hundredths, PLACES).toPlainString();
    }

    static FactContent read(FactKind kind, JsonNode piece) {
        return switch (kind) {
            case INSURANCE -> insured(piece);
            case SCHOOLING -> schooling(piece);
            case LAND -> land(piece);
            case DISASTER -> disasters(piece);
            case MEMBER, INCOME, SPENDING, ASSETS, GUARANTEES, CONSENT ->
                throw new IllegalArgumentException("a piece of the law's record: " + kind);
        };
    }

    static Insured insured(JsonNode piece) {
        return new Insured(
                piece.path("resident").asBoolean(false),
                piece.path("employee").asBoolean(false),
                piece.path("illness").asBoolean(false));
    }

    static Schooling schooling(JsonNode piece) {
        return new Schooling(
                code(Education.class, piece.path("education")),
                code(SchoolStage.class, piece.path("stage")),
                code(Absence.class, piece.path("absence")));
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, JsonNode value) {
        return value.isString() ? Enum.valueOf(type, value.stringValue()) : null;
    }

    static Land land(JsonNode piece) {
        return new Land(hundredths(piece.path("arableMu")), hundredths(piece.path("forestMu")));
    }

    private static long hundredths(JsonNode mu) {
        return new BigDecimal(mu.asString("0"))
                .movePointRight(PLACES)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    static Disasters disasters(JsonNode piece) {
        List<Disaster> all = new ArrayList<>();
        piece.forEach(d -> all.add(new Disaster(
                LocalDate.parse(d.get("on").stringValue()),
                DisasterKind.valueOf(d.get("what").stringValue()),
                new BigDecimal(d.get("lossYuan").stringValue())
                        .movePointRight(PLACES)
                        .longValueExact())));
        return new Disasters(all);
    }
}
