package org.doudi.server.registry.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.Row;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.store.HouseholdJudge.Fate;
import org.doudi.server.registry.store.HouseholdJudge.Listed;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.registry.store.ImportWork.Staged;
import org.doudi.server.shell.Today;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works on lists of households, a row a person: first each row is told whose it is, then some households at a time are judged and written. */
@Component
class HouseholdLists {
    private static final String KEY = "registry.import_row.household_key";
    private static final int HOUSEHOLDS = 200;
    private static final int LOOKED_AT = 120;
    private static final int MOST_MEMBERS = 30;

    private final JdbcClient jdbc;
    private final JdbcTemplate sets;
    private final Vault vault;
    private final IdNumbers idNumbers;
    private final ImportWork work;
    private final HouseholdJudge judge;
    private final HouseholdFounding founding;
    private final Today today;

    HouseholdLists(
            JdbcClient jdbc,
            JdbcTemplate sets,
            Vault vault,
            IdNumbers idNumbers,
            ImportWork work,
            HouseholdJudge judge,
            HouseholdFounding founding,
            Today today) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.vault = vault;
        this.idNumbers = idNumbers;
        this.work = work;
        this.judge = judge;
        this.founding = founding;
        this.today = today;
    }

    /** Tells some rows whose they are, from a row on; the last of them, or 0 at the end. */
    long key(Plan plan, long after) {
        List<Staged> rows = jdbc.sql("select id, line, cells_enc from registry.import_row where import = ? and id > ?"
                        + " and (state = 'READ' or problem = 'CELL_TOO_LONG') order by id limit ?")
                .params(plan.id(), after, StagedRows.BATCH)
                .query((row, n) -> new Staged(row.getLong(1), row.getInt(2), work.cells(row.getBytes(3))))
                .list();
        if (rows.isEmpty()) {
            bound(plan);
            return 0;
        }
        List<Object[]> keys = new ArrayList<>();
        for (Staged staged : rows) {
            HouseholdRow row = HouseholdRow.of(plan, staged, today.date());
            keys.add(new Object[] {
                row.key().isEmpty() ? null : vault.index(KEY, row.key()),
                row.idNumber().isEmpty() ? null : idNumbers.index(row.idNumber()),
                staged.id()
            });
        }
        sets.batchUpdate("update registry.import_row set household_key = ?, number_idx = ? where id = ?", keys);
        return rows.get(rows.size() - 1).id();
    }

    /** What no household can be: rows that name none, and more members than anybody's family has. */
    private void bound(Plan plan) {
        jdbc.sql("update registry.import_row set state = 'WRONG', problem = ? where import = ? and state = 'READ'"
                        + " and household_key is null")
                .params(Problem.NO_HOUSEHOLD_KEY.name(), plan.id())
                .update();
        jdbc.sql("update registry.import_row set state = 'WRONG', problem = ? where import = ? and state = 'READ'"
                        + " and household_key in (select household_key from registry.import_row where import = ?"
                        + " group by household_key having count(*) > ?)")
                .params(Problem.TOO_MANY_MEMBERS.name(), plan.id(), plan.id(), MOST_MEMBERS)
                .update();
        // a row that broke may have belonged to the household before it or after it, which is then not whole
        jdbc.sql("update registry.import_row r set state = 'WRONG', problem = ? from registry.import_row b"
                        + " where b.import = ? and b.problem = 'BROKEN_ROW' and r.import = b.import and r.state = 'READ'"
                        + " and r.line in ((select max(line) from registry.import_row where import = b.import and line < b.line),"
                        + " (select min(line) from registry.import_row where import = b.import and line > b.line))")
                .params(Problem.BROKEN_NEAR.name(), plan.id())
                .update();
    }

    /** Judges and writes some households; how many rows that were, 0 at the end. */
    int batch(Plan plan) {
        List<byte[]> keys = jdbc.sql("select household_key from registry.import_row where import = ? and state = 'READ'"
                        + " group by household_key order by min(line) limit ?")
                .params(plan.id(), HOUSEHOLDS)
                .query((row, n) -> row.getBytes(1))
                .list();
        return keys.isEmpty() ? 0 : carryOut(plan, keys);
    }

    private int carryOut(Plan plan, List<byte[]> keys) {
        List<Listed> households = listed(plan, keys);
        List<List<Fate>> fates = judge.judge(plan.id(), households);
        List<List<Fate>> fresh =
                fates.stream().filter(f -> f.get(0).state() == RowState.ENTERED).toList();
        List<Fate> all = new ArrayList<>(founding.found(plan, fresh));
        fates.stream().filter(f -> f.get(0).state() != RowState.ENTERED).forEach(all::addAll);
        mark(all);
        return all.size();
    }

    private List<Listed> listed(Plan plan, List<byte[]> keys) {
        Map<ByteBuffer, List<HouseholdRow>> rows = new LinkedHashMap<>();
        Set<Long> settled = new HashSet<>();
        jdbc.sql("select id, line, cells_enc, household_key, problem, settled from registry.import_row"
                        + " where import = :import and household_key in (:keys) order by line")
                .param("import", plan.id())
                .param("keys", keys)
                .query((row, n) -> {
                    Staged staged = new Staged(row.getLong(1), row.getInt(2), work.cells(row.getBytes(3)));
                    String problem = row.getString(5);
                    HouseholdRow read = HouseholdRow.of(plan, staged, today.date());
                    if (row.getBoolean(6)) {
                        settled.add(staged.id());
                    }
                    return rows.computeIfAbsent(ByteBuffer.wrap(row.getBytes(4)), k -> new ArrayList<>())
                            .add(stays(problem) ? read.with(Problem.valueOf(problem)) : read);
                })
                .list();
        return rows.values().stream().map(r -> new Listed(r, settled)).toList();
    }

    /** Problems that were found before the household was looked at as a whole. */
    private static boolean stays(@Nullable String problem) {
        return problem != null
                && (problem.equals(Problem.CELL_TOO_LONG.name()) || problem.equals(Problem.BROKEN_NEAR.name()));
    }

    private void mark(List<Fate> fates) {
        sets.batchUpdate(
                "update registry.import_row set state = ?, problem = ?, household = ?, person = ?,"
                        + " candidates = cast(? as bigint[]) where id = ?",
                fates.stream()
                        .map(f -> new Object[] {
                            f.state().name(),
                            f.problem() == null ? null : f.problem().name(),
                            f.household(),
                            f.person(),
                            "{"
                                    + String.join(
                                            ",",
                                            f.candidates().stream()
                                                    .map(String::valueOf)
                                                    .toList()) + "}",
                            f.row().staged().id()
                        })
                        .toList());
    }

    /** What would become of the first rows, without writing anything. */
    List<Row> preview(Plan plan, int most) {
        List<Staged> next = work.next(plan.id(), LOOKED_AT);
        Map<String, List<HouseholdRow>> households = new LinkedHashMap<>();
        for (Staged staged : next) {
            HouseholdRow row = HouseholdRow.of(plan, staged, today.date());
            households.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row);
        }
        List<List<HouseholdRow>> whole = new ArrayList<>(households.values());
        if (next.size() == LOOKED_AT && whole.size() > 1) {
            // the last one may go on behind what was looked at
            whole.remove(whole.size() - 1);
        }
        List<Listed> listed = whole.stream().map(r -> new Listed(r, Set.of())).toList();
        return judge.judge(plan.id(), listed).stream()
                .flatMap(List::stream)
                .sorted((a, b) -> Integer.compare(
                        a.row().staged().line(), b.row().staged().line()))
                .limit(most)
                .map(f -> new Row(
                        f.row().staged().id(),
                        f.row().staged().line(),
                        f.row().staged().cells(),
                        f.state(),
                        f.problem(),
                        "",
                        List.<Hit>of()))
                .toList();
    }

    /** Decides a row in doubt: it means this person, so that the household is none that can be written; or nobody who is known. */
    void decide(Plan plan, long row, @Nullable Long person) {
        record Held(ByteBuffer key, List<Long> candidates) {}
        Held held = jdbc.sql("select household_key, candidates from registry.import_row where id = ? and import = ?"
                        + " and state = 'HELD'")
                .params(row, plan.id())
                .query((r, n) -> new Held(ByteBuffer.wrap(r.getBytes(1)), Arrays.asList((Long[])
                        r.getArray(2).getArray())))
                .single();
        byte[] key = new byte[held.key().remaining()];
        held.key().get(key);
        if (person != null && !held.candidates().contains(person)) {
            throw new NoSuchElementException("no candidate " + person + " here");
        }
        if (person != null) {
            jdbc.sql("update registry.import_row set state = 'WRONG', candidates = '{}', problem = case when id = :row"
                            + " then :known else :held end where import = :import and household_key = :key")
                    .param("row", row)
                    .param("known", Problem.KNOWN_MEMBER.name())
                    .param("held", Problem.HOUSEHOLD_HELD.name())
                    .param("import", plan.id())
                    .param("key", key)
                    .update();
            return;
        }
        jdbc.sql("update registry.import_row set state = 'WAITS', settled = true, candidates = '{}', problem = ?"
                        + " where id = ?")
                .params(Problem.HOUSEHOLD_HELD.name(), row)
                .update();
        boolean left = jdbc.sql("select exists (select from registry.import_row where import = ? and household_key = ?"
                        + " and state = 'HELD')")
                .params(plan.id(), key)
                .query(Boolean.class)
                .single();
        if (!left) {
            carryOut(plan, List.of(key));
        }
    }
}
