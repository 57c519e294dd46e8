package org.doudi.server.registry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.store.ImportWork.Judged;
import org.doudi.server.registry.store.RowMatch.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nobody enters the register without a cause of poverty, and a list that is silent on it takes none away. */
@Component
class KnownCauses {
    private final JdbcClient jdbc;

    KnownCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows with what the register, or another row of the same household, says beside them; without a cause, their problem. */
    List<Judged> complete(ListKind list, List<Judged> judged) {
        if (!list.rolls().contains(Roll.REGISTER)) {
            return judged;
        }
        Map<Long, JsonNode> known = known(judged);
        Map<Long, JsonNode> said = new HashMap<>();
        judged.forEach(j -> {
            Person person = j.person();
            JsonNode content = j.row().entries().get(Roll.REGISTER);
            if (person != null && content != null && content.has("cause")) {
                said.putIfAbsent(person.household(), content);
            }
        });
        List<Judged> complete = new ArrayList<>();
        for (Judged j : judged) {
            complete.add(one(list, j, known, said));
        }
        return complete;
    }

    private static Judged one(ListKind list, Judged j, Map<Long, JsonNode> known, Map<Long, JsonNode> said) {
        Person person = j.person();
        if (person == null || j.problem() != null) {
            return j;
        }
        ObjectNode content =
                (ObjectNode) Objects.requireNonNull(j.row().entries().get(Roll.REGISTER));
        JsonNode before = known.get(person.household());
        if (!content.has("cause")) {
            keep(content, said.getOrDefault(person.household(), before), "cause", "otherCauses");
        } else if (content.path("otherCauses").isEmpty()
                && before != null
                && before.path("cause").equals(content.get("cause"))) {
            content.remove("otherCauses");
            keep(content, before, "otherCauses");
        }
        keep(content, before, "attribute");
        return list == ListKind.REGISTER && !content.has("cause")
                ? new Judged(j.staged(), j.row(), person, List.of(), Problem.NO_CAUSE)
                : j;
    }

    private static void keep(ObjectNode content, @Nullable JsonNode before, String... fields) {
        for (String field : fields) {
            if (before != null && before.has(field) && !content.has(field)) {
                content.set(field, before.get(field));
            }
        }
    }

    private Map<Long, JsonNode> known(List<Judged> judged) {
        List<Long> households = ImportWork.households(judged);
        Map<Long, JsonNode> known = new HashMap<>();
        if (!households.isEmpty()) {
            jdbc.sql("select distinct on (household) household, content::text from registry.roll_entry"
                            + " where roll = 'REGISTER' and known_to is null and household in (:households)"
                            + " order by household, valid_from desc")
                    .param("households", households)
                    .query((row, n) -> known.put(row.getLong(1), Pieces.JSON.readTree(row.getString(2))))
                    .list();
        }
        return known;
    }
}
