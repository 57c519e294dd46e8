package org.doudi.server.registry.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowHandler;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a list as they are read, and hands them on in batches. */
final class StagedRows implements RowHandler {
    static final int BATCH = 1000;
    private static final int LEAST_CELLS = 3;

    /** A row of the file. */
    record Raw(int line, List<String> cells, @Nullable Problem problem) {}

    private final Consumer<List<Raw>> batches;
    private final List<Raw> batch = new ArrayList<>();
    private List<String> header = List.of();
    private List<String> cells = new ArrayList<>();
    private int line;
    private @Nullable Problem problem;

    StagedRows(Consumer<List<Raw>> batches) {
        this.batches = batches;
    }

    List<String> columns() {
        return header;
    }

    @Override
    public boolean header(long headerLine, List<String> names) {
        boolean known = names.stream()
                .map(ListColumn::guess)
                .anyMatch(c -> c.filter(k -> k == ListColumn.NAME || k == ListColumn.ID_NUMBER)
                        .isPresent());
        boolean wide = names.stream().filter(n -> !n.isBlank()).distinct().count() >= LEAST_CELLS;
        if (known || wide) {
            header = names.stream().map(n -> Reject.shown(n)).toList();
            return true;
        }
        return false;
    }

    @Override
    public String expectedHeader() {
        return "姓名、身份证号";
    }

    @Override
    public void beginRow(long rowLine) {
        line = (int) rowLine;
        cells = new ArrayList<>();
        problem = null;
    }

    @Override
    public void cell(int column, char[] buffer, int offset, int length) {
        cells.add(new String(buffer, offset, length).strip());
    }

    @Override
    public void endRow() {
        if (cells.stream().anyMatch(c -> !c.isEmpty()) || problem != null) {
            add(new Raw(line, cells, problem));
        }
    }

    @Override
    public void abandonRow() {
        // a broken row comes back as a reject
    }

    @Override
    public void reject(Reject reject) {
        if (reject.scope() == Reject.Scope.CELL) {
            problem = Problem.CELL_TOO_LONG;
        } else {
            add(new Raw((int) reject.line(), List.of(reject.value()), Problem.BROKEN_ROW));
        }
    }

    private void add(Raw raw) {
        batch.add(raw);
        if (batch.size() == BATCH) {
            flush();
        }
    }

    void flush() {
        if (!batch.isEmpty()) {
            batches.accept(List.copyOf(batch));
            batch.clear();
        }
    }
}
