package org.doudi.server.registry.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Hit;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.Row;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.State;
import org.doudi.server.registry.ListImports.View;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.store.ImportWork.Staged;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Imports and their rows in the tables. */
@Component
class ImportRows {
    private static final String VIEW = "select id, list, file_name, state, header::text as header,"
            + " columns::text as columns, holds_from, uploaded_at, officer_name, total, left_on from registry.list_import ";

    private final JdbcClient jdbc;
    private final ImportWork work;
    private final Candidates candidates;
    private final Today today;

    ImportRows(JdbcClient jdbc, ImportWork work, Candidates candidates, Today today) {
        this.jdbc = jdbc;
        this.work = work;
        this.candidates = candidates;
        this.today = today;
    }

    /** The import that the same file made before in the same area. */
    Optional<Long> same(ListKind list, String hash) {
        return jdbc.sql("select id from registry.list_import where list = ? and file_hash = ? and village = ?"
                        + " order by id desc limit 1")
                .params(list.name(), hash, Scope.officer().area().from())
                .query(Long.class)
                .optional();
    }

    long open(ListKind list, String fileName, String hash, String village) {
        Officer officer = Scope.officer();
        return jdbc.sql("insert into registry.list_import (list, department, village, file_name, file_hash, header,"
                        + " columns, state, uploaded_at, officer, officer_name, total) values (:list, :department,"
                        + " :village, :name, :hash, '[]', '{}', 'READ', :now, :officer, :officerName, 0) returning id")
                .param("list", list.name())
                .param("department", officer.department().name())
                .param("village", village)
                .param("name", fileName)
                .param("hash", hash)
                .param("now", Times.sql(today.now()))
                .param("officer", officer.id().value())
                .param("officerName", officer.name())
                .query(Long.class)
                .single();
    }

    void staged(long id, List<String> header, Map<ListColumn, Integer> columns, int total) {
        jdbc.sql("update registry.list_import set header = cast(? as jsonb), columns = cast(? as jsonb), total = ?"
                        + " where id = ?")
                .params(Pieces.JSON.writeValueAsString(header), json(columns), total, id)
                .update();
    }

    private static String json(Map<ListColumn, Integer> columns) {
        ObjectNode json = Pieces.JSON.createObjectNode();
        columns.forEach((column, place) -> json.put(column.name(), place));
        return json.toString();
    }

    private static Map<ListColumn, Integer> columns(String json) {
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        JsonNode node = Pieces.JSON.readTree(json);
        node.propertyNames()
                .forEach(name ->
                        columns.put(ListColumn.valueOf(name), node.get(name).intValue()));
        return columns;
    }

    Optional<Map<ListColumn, Integer>> remembered(ListKind list, List<String> header) {
        return jdbc.sql(
                        "select columns::text from registry.import_mapping where list = ? and header = ? and village = ?")
                .params(
                        list.name(),
                        String.join("|", header),
                        Scope.officer().area().from())
                .query(String.class)
                .optional()
                .map(ImportRows::columns);
    }

    View get(long id) {
        return jdbc.sql(VIEW + "where id = ?")
                .param(id)
                .query(this::view)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no import " + id + " here"));
    }

    List<View> latest(int most) {
        return jdbc.sql(VIEW + "order by uploaded_at desc, id desc limit ?")
                .param(most)
                .query(this::view)
                .list();
    }

    private View view(ResultSet row, int n) throws SQLException {
        List<String> header = new ArrayList<>();
        Pieces.JSON.readTree(row.getString("header")).forEach(h -> header.add(h.stringValue()));
        long id = row.getLong("id");
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("select state, count(*) from registry.import_row where import = ? group by state")
                .param(id)
                .query((r, i) -> counts.put(RowState.valueOf(r.getString(1)), r.getInt(2)))
                .list();
        return new View(
                id,
                ListKind.valueOf(row.getString("list")),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                header,
                columns(row.getString("columns")),
                Times.dayOrNull(row, "holds_from"),
                Times.moment(row, "uploaded_at"),
                row.getString("officer_name"),
                row.getInt("total"),
                counts,
                Times.dayOrNull(row, "left_on"));
    }

    /** Whether it is ours to run; of two who begin at once, one. */
    boolean begin(View view, Map<ListColumn, Integer> columns, LocalDate holdsFrom) {
        int begun = jdbc.sql("update registry.list_import set state = 'RUNNING', columns = cast(? as jsonb),"
                        + " holds_from = ? where id = ? and state <> 'DONE'")
                .params(json(columns), holdsFrom, view.id())
                .update();
        if (begun == 1) {
            jdbc.sql(
                            "insert into registry.import_mapping (department, village, list, header, columns) values (?, ?, ?, ?,"
                                    + " cast(? as jsonb)) on conflict (department, village, list, header)"
                                    + " do update set columns = excluded.columns")
                    .params(
                            view.list().department().name(),
                            Scope.officer().area().from(),
                            view.list().name(),
                            String.join("|", view.header()),
                            json(columns))
                    .update();
        }
        return begun == 1;
    }

    void end(long id, State state) {
        jdbc.sql("update registry.list_import set state = ?, ended_at = ? where id = ?")
                .params(state.name(), Times.sql(today.now()), id)
                .update();
    }

    void left(long id, LocalDate day) {
        jdbc.sql("update registry.list_import set left_on = ? where id = ?")
                .params(day, id)
                .update();
    }

    List<Row> rows(long id, RowState state, int fromLine, int most) {
        record Raw(Row row, List<Long> candidates) {}
        List<Raw> raws = jdbc.sql(
                        "select id, line, cells_enc, state, problem, detail, candidates from registry.import_row"
                                + " where import = ? and state = ? and line >= ? order by line limit ?")
                .params(id, state.name(), fromLine, most)
                .query((row, n) -> {
                    String problem = row.getString("problem");
                    return new Raw(
                            new Row(
                                    row.getLong("id"),
                                    row.getInt("line"),
                                    work.cells(row.getBytes("cells_enc")),
                                    RowState.valueOf(row.getString("state")),
                                    problem == null ? null : Problem.valueOf(problem),
                                    row.getString("detail"),
                                    List.of()),
                            Arrays.asList((Long[]) row.getArray("candidates").getArray()));
                })
                .list();
        Map<Long, Hit> hits = candidates.of(
                raws.stream().flatMap(r -> r.candidates().stream()).distinct().toList());
        return raws.stream()
                .map(r -> new Row(
                        r.row().id(),
                        r.row().line(),
                        r.row().cells(),
                        r.row().state(),
                        r.row().problem(),
                        r.row().detail(),
                        r.candidates().stream()
                                .filter(hits::containsKey)
                                .map(hits::get)
                                .toList()))
                .toList();
    }

    Staged held(long id, long row) {
        return jdbc.sql("select id, line, cells_enc from registry.import_row where id = ? and import = ?"
                        + " and state = 'HELD' for update")
                .params(row, id)
                .query((r, n) -> new Staged(r.getLong(1), r.getInt(2), work.cells(r.getBytes(3))))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no row " + row + " in doubt here"));
    }

    void nobody(long row) {
        jdbc.sql("update registry.import_row set state = 'NOBODY' where id = ?")
                .param(row)
                .update();
    }

    RowMatch.Person candidate(long row, long person) {
        return jdbc.sql(
                        "select p.id, p.name, p.id_no_idx, p.birth, m.household, p.village from registry.person p"
                                + " join registry.membership m on m.person = p.id and m.known_to is null and m.valid_to is null"
                                + " join registry.import_row r on r.id = :row and p.id = any(r.candidates) where p.id = :person")
                .param("row", row)
                .param("person", person)
                .query((r, n) -> new RowMatch.Person(
                        r.getLong(1),
                        r.getString(2),
                        ByteBuffer.wrap(r.getBytes(3)),
                        Times.day(r, "birth"),
                        r.getLong(5),
                        r.getString(6)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no candidate " + person + " here"));
    }
}
