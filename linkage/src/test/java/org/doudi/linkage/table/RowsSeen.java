package org.doudi.linkage.table;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a reader says; takes as header any line that has a cell 姓名 or name. */
final class RowsSeen implements RowHandler {
    List<String> header = List.of();
    final List<List<String>> rows = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<Reject> rejects = new ArrayList<>();
    private List<String> current = new ArrayList<>();

    @Override
    public boolean header(long headerLine, List<String> names) {
        if (!names.contains("姓名") && !names.contains("name")) {
            return false;
        }
        header = names;
        return true;
    }

    @Override
    public String expectedHeader() {
        return "姓名";
    }

    @Override
    public void beginRow(long line) {
        current = new ArrayList<>();
        lines.add(line);
    }

    @Override
    public void cell(int column, char[] buffer, int offset, int length) {
        current.add(new String(buffer, offset, length));
    }

    @Override
    public void endRow() {
        rows.add(current);
    }

    @Override
    public void abandonRow() {
        lines.remove(lines.size() - 1);
    }

    @Override
    public void reject(Reject reject) {
        rejects.add(reject);
    }

    long rowRejects() {
        return rejects.stream().filter(r -> r.scope() == Reject.Scope.ROW).count();
    }
}
