package org.doudi.server.matching.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.score.Tier;
import org.doudi.server.matching.Basis;
import org.doudi.server.matching.NewPair.Shown;
import org.doudi.server.matching.PairKind;
import org.doudi.server.matching.PairState;
import org.doudi.server.matching.PairView;
import org.doudi.server.matching.PairView.Agreement;
import org.doudi.server.matching.PairView.Crossing;
import org.doudi.server.matching.PairView.Source;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Pairs as they lie in their table. */
final class PairRows {
    /** Where a pair is for who reads it: of two counties one's own. */
    private static final String OWN =
            "(case when platform.sees_village(x.village) then x.village else x.village_other end)";

    /** The record of another county is not seen; its name is what was kept for this county. */
    private static final String PAIR =
            "select x.id, x.kind, " + OWN + " as place, x.village, x.village_other, x.list, x.import,"
                    + " x.file_name, x.sender, x.row, x.line, x.person, p.name as person_name, x.other,"
                    + " coalesce(o.name, x.shown ->> 'otherName') as other_name, x.weight, x.probability, x.tier,"
                    + " x.evidence::text as evidence, x.shown::text as shown, x.state, x.keep, x.basis, x.decided_by, x.decided_name,"
                    + " x.decided_at, x.change, x.like_pair, x.proposed_in, x.asked_back_in, x.asked_back_by, x.version from ";

    /** The name of the first record; nothing where it is seen no more. */
    static final String NAME =
            "coalesce((select q.name from registry.person q where q.id = x.person), x.shown ->> 'name')";

    private static final String NAMES = " join lateral (select " + NAME
            + " as name) p on p.name is not null left join registry.person o on o.id = x.other";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PairRows() {}

    /** The pairs of a table that is called {@code x}. */
    static String of(String table) {
        return PAIR + table + NAMES;
    }

    static String json(List<Agreement> evidence) {
        ArrayNode all = JSON.createArrayNode();
        evidence.forEach(a ->
                all.addObject().put("field", a.field()).put("level", a.level()).put("bits", a.bits()));
        return all.toString();
    }

    static @Nullable String json(@Nullable Shown shown) {
        return shown == null
                ? null
                : JSON.createObjectNode()
                        .put("name", shown.name())
                        .put("number", shown.number())
                        .put("otherName", shown.otherName())
                        .put("otherNumber", shown.otherNumber())
                        .toString();
    }

    static PairView view(ResultSet row, int n) throws SQLException {
        String list = row.getString("list");
        String basis = row.getString("basis");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        List<Agreement> evidence = new ArrayList<>();
        JSON.readTree(row.getString("evidence"))
                .forEach(a -> evidence.add(new Agreement(
                        a.get("field").stringValue(),
                        a.get("level").intValue(),
                        a.get("bits").doubleValue())));
        return new PairView(
                row.getLong("id"),
                PairKind.valueOf(row.getString("kind")),
                row.getString("place"),
                list == null
                        ? null
                        : new Source(
                                ListKind.valueOf(list),
                                row.getLong("import"),
                                row.getString("file_name"),
                                row.getString("sender"),
                                row.getLong("row"),
                                row.getInt("line")),
                row.getLong("person"),
                row.getString("person_name"),
                row.getObject("other", Long.class),
                row.getString("other_name"),
                row.getDouble("weight"),
                row.getDouble("probability"),
                Tier.valueOf(row.getString("tier")),
                evidence,
                PairState.valueOf(row.getString("state")),
                row.getObject("keep", Long.class),
                basis == null ? null : Basis.valueOf(basis),
                row.getObject("decided_by", Long.class),
                row.getString("decided_name"),
                decided == null ? null : decided.toInstant(),
                row.getObject("change", Long.class),
                row.getObject("like_pair", Long.class),
                row.getObject("asked_back_by", Long.class),
                crossing(row),
                row.getInt("version"));
    }

    private static @Nullable Crossing crossing(ResultSet row) throws SQLException {
        String shown = row.getString("shown");
        if (shown == null) {
            return null;
        }
        JsonNode said = JSON.readTree(shown);
        return new Crossing(
                Divisions.county(row.getString("village")),
                Divisions.county(row.getString("village_other")),
                new Shown(
                        said.get("name").stringValue(),
                        said.get("number").stringValue(),
                        said.get("otherName").stringValue(),
                        said.get("otherNumber").stringValue()),
                row.getString("proposed_in"),
                row.getString("asked_back_in"));
    }
}
