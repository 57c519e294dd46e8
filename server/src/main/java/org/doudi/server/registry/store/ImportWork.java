package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.store.RowMatch.Found;
import org.doudi.server.registry.store.RowMatch.Person;
import org.doudi.server.shell.Today;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Works on the staged rows of an import, a batch at a time. */
@Component
class ImportWork {
    private static final String CELLS = "registry.import_row.cells";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final RowMatch match;
    private final RollBatch rolls;
    private final FactBatch facts;
    private final KnownCauses causes;
    private final Today today;

    ImportWork(
            JdbcClient jdbc,
            Vault vault,
            RowMatch match,
            RollBatch rolls,
            FactBatch facts,
            KnownCauses causes,
            Today today) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.match = match;
        this.rolls = rolls;
        this.facts = facts;
        this.causes = causes;
        this.today = today;
    }

    /** How a list is to be understood. */
    record Plan(long id, ListKind list, Map<ListColumn, Integer> columns, LocalDate holdsFrom, String source) {}

    /** A staged row. */
    record Staged(long id, int line, List<String> cells) {}

    /** What is to become of a row. */
    record Judged(
            Staged staged,
            ListRow row,
            @Nullable Person person,
            List<Long> candidates,
            @Nullable Problem problem) {
        RowState state() {
            return problem == null ? RowState.ENTERED : candidates.isEmpty() ? RowState.WRONG : RowState.HELD;
        }
    }

    void stage(long id, String village, List<StagedRows.Raw> raws) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < raws.size(); i++) {
            values.append(i == 0 ? "" : ", ")
                    .append("(:id, :village, :l" + i + ", :c" + i + ", :s" + i + ", cast(:p" + i + " as text))");
        }
        JdbcClient.StatementSpec insert = jdbc.sql(
                        "insert into registry.import_row (import, village, line, cells_enc, state, problem) values "
                                + values + " on conflict (import, line) do nothing")
                .param("id", id)
                .param("village", village);
        for (int i = 0; i < raws.size(); i++) {
            StagedRows.Raw raw = raws.get(i);
            Problem problem = raw.problem();
            insert = insert.param("l" + i, raw.line())
                    .param("c" + i, vault.encrypt(CELLS, Pieces.JSON.writeValueAsString(raw.cells())))
                    .param("s" + i, (problem == null ? RowState.READ : RowState.WRONG).name())
                    .param("p" + i, problem == null ? null : problem.name());
        }
        insert.update();
    }

    List<String> cells(byte[] encrypted) {
        List<String> cells = new ArrayList<>();
        Pieces.JSON.readTree(vault.decrypt(CELLS, encrypted)).forEach(cell -> cells.add(cell.stringValue()));
        return cells;
    }

    List<Staged> next(long id, int most) {
        return jdbc.sql("select id, line, cells_enc from registry.import_row where import = ? and state = 'READ'"
                        + " order by line limit ?")
                .params(id, most)
                .query((row, n) -> new Staged(row.getLong(1), row.getInt(2), cells(row.getBytes(3))))
                .list();
    }

    List<Judged> judge(Plan plan, List<Staged> staged) {
        List<ListRow> rows = new ArrayList<>();
        staged.forEach(s -> rows.add(ListRow.of(plan.list(), s.cells(), plan.columns(), today.date())));
        Map<ListRow, Found> found =
                match.find(rows.stream().filter(r -> r.problem() == null).toList());
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ListRow row = rows.get(i);
            Found of = row.problem() == null ? Objects.requireNonNull(found.get(row)) : Found.nobody(row.problem());
            judged.add(new Judged(staged.get(i), row, of.person(), of.candidates(), of.problem()));
        }
        return complete(plan, judged);
    }

    /** The rows with what is known of their households beside what they say. */
    List<Judged> complete(Plan plan, List<Judged> judged) {
        return causes.complete(plan.list(), judged);
    }

    /** Writes a batch; how many rows it held, 0 at the end. */
    int batch(Plan plan, int most) {
        List<Staged> staged = next(plan.id(), most);
        if (!staged.isEmpty()) {
            write(plan, judge(plan, staged));
        }
        return staged.size();
    }

    /** One household's rows of a roll of households must say the same; the first counts, whoever says otherwise is told. */
    void write(Plan plan, List<Judged> judged) {
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        Map<Roll, Map<String, RollBatch.Entry>> wanted = new LinkedHashMap<>();
        Map<Long, JsonNode> said = saidBefore(plan, judged);
        Map<Judged, Problem> contradicting = new HashMap<>();
        Map<Judged, FactBatch.Fate> fates = facts.write(plan, judged);
        fates.forEach((j, fate) -> {
            if (fate.problem() != null) {
                contradicting.put(j, fate.problem());
            }
        });
        for (Judged j : judged) {
            Person person = j.person();
            if (j.problem() != null || person == null || contradicting.containsKey(j)) {
                continue;
            }
            boolean contradicts = j.row().entries().entrySet().stream()
                    .anyMatch(e -> e.getKey().listsHouseholds()
                            && !said.computeIfAbsent(person.household(), h -> e.getValue())
                                    .equals(e.getValue()));
            if (contradicts) {
                contradicting.put(j, Problem.CONTRADICTS);
                continue;
            }
            j.row().entries().forEach((roll, content) -> {
                RollBatch.Entry entry = new RollBatch.Entry(
                        person.household(),
                        roll.listsHouseholds() ? null : person.id(),
                        content,
                        j.row().since());
                wanted.computeIfAbsent(roll, r -> new LinkedHashMap<>()).putIfAbsent(entry.whose(), entry);
            });
        }
        Map<Roll, Set<String>> already = new HashMap<>();
        wanted.forEach((roll, entries) -> already.put(
                roll, rolls.write(roll, List.copyOf(entries.values()), plan.holdsFrom(), plan.source(), now)));
        mark(judged, contradicting, fates, already);
    }

    /** The households that rows mean for certain. */
    static List<Long> households(List<Judged> judged) {
        return judged.stream()
                .map(Judged::person)
                .filter(Objects::nonNull)
                .map(Person::household)
                .distinct()
                .toList();
    }

    /** What earlier batches of the same list put on a roll of households. */
    private Map<Long, JsonNode> saidBefore(Plan plan, List<Judged> judged) {
        Map<Long, JsonNode> said = new HashMap<>();
        if (plan.list().rolls().isEmpty()) {
            return said;
        }
        Roll roll = plan.list().rolls().iterator().next();
        List<Long> households = households(judged);
        if (roll.listsHouseholds() && !households.isEmpty()) {
            jdbc.sql("select e.household, e.content::text from registry.roll_entry e where e.roll = :roll"
                            + " and e.known_to is null and e.valid_to is null and e.household in (:households)"
                            + " and exists (select from registry.import_row r where r.import = :import"
                            + " and r.household = e.household and r.state in ('ENTERED', 'ALREADY'))")
                    .param("roll", roll.name())
                    .param("households", households)
                    .param("import", plan.id())
                    .query((row, n) -> said.put(row.getLong(1), Pieces.JSON.readTree(row.getString(2))))
                    .list();
        }
        return said;
    }

    private void mark(
            List<Judged> judged,
            Map<Judged, Problem> contradicting,
            Map<Judged, FactBatch.Fate> fates,
            Map<Roll, Set<String>> already) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < judged.size(); i++) {
            values.append(i == 0 ? "" : ", ")
                    .append("(cast(:i" + i + " as bigint), :s" + i + ", cast(:p" + i + " as text), cast(:h" + i
                            + " as bigint), cast(:q" + i + " as bigint), cast(:c" + i + " as bigint[]), :d" + i + ")");
        }
        JdbcClient.StatementSpec update =
                jdbc.sql("update registry.import_row r set state = t.state, problem = t.problem,"
                        + " household = t.household, person = t.person, candidates = t.candidates, detail = t.detail from (values "
                        + values
                        + ") t (id, state, problem, household, person, candidates, detail) where r.id = t.id");
        for (int i = 0; i < judged.size(); i++) {
            Judged j = judged.get(i);
            Person person = j.person();
            Problem problem = contradicting.getOrDefault(j, j.problem());
            RowState state = contradicting.containsKey(j)
                    ? RowState.WRONG
                    : j.state() == RowState.ENTERED && stood(j, fates.get(j), already) ? RowState.ALREADY : j.state();
            Saying saying = j.row().saying();
            boolean written = saying != null && (state == RowState.ENTERED || state == RowState.ALREADY);
            update = update.param("i" + i, j.staged().id())
                    .param("s" + i, state.name())
                    .param("p" + i, problem == null ? null : problem.name())
                    .param("h" + i, person == null ? null : person.household())
                    .param("q" + i, person == null ? null : person.id())
                    .param("d" + i, written && saying != null ? saying.key() : "")
                    .param(
                            "c" + i,
                            "{"
                                    + String.join(
                                            ",",
                                            j.candidates().stream()
                                                    .map(String::valueOf)
                                                    .toList()) + "}");
        }
        update.update();
    }

    private static boolean stood(Judged j, FactBatch.@Nullable Fate fate, Map<Roll, Set<String>> already) {
        Person person = j.person();
        return person != null
                && (fate == null || fate.stood())
                && j.row().entries().keySet().stream()
                        .allMatch(roll -> already.getOrDefault(roll, Set.of())
                                .contains(person.household() + "/" + (roll.listsHouseholds() ? "" : person.id())));
    }
}
