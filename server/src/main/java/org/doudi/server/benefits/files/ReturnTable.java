package org.doudi.server.benefits.files;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.files.ReturnRow.Outcome;
import org.jspecify.annotations.Nullable;

/** A return as a table: the first row names the columns reference, result, code and, if the bank has it, amount. */
final class ReturnTable {
    private static final Map<String, String> NAMES = Map.of(
            "reference",
            "reference",
            "参考号",
            "reference",
            "result",
            "result",
            "结果",
            "result",
            "code",
            "code",
            "代码",
            "code",
            "amount",
            "amount",
            "金额",
            "amount");
    private static final Map<String, Outcome> RESULTS = Map.of(
            "PAID", Outcome.PAID,
            "成功", Outcome.PAID,
            "REJECTED", Outcome.REJECTED,
            "失败", Outcome.REJECTED,
            "REVERSED", Outcome.REVERSED,
            "退回", Outcome.REVERSED,
            "OPEN", Outcome.OPEN,
            "处理中", Outcome.OPEN);
    private static final int LONGEST = 200;

    private final Consumer<ReturnRow> rows;
    private final Map<String, Integer> columns = new HashMap<>();
    private int width;
    private int nth;

    ReturnTable(Consumer<ReturnRow> rows) {
        this.rows = rows;
    }

    /** The next row of the table, as texts. */
    void row(List<String> cells, String place) {
        for (String cell : cells) {
            if (cell.length() > LONGEST) {
                throw new FileRefused(Cause.TOO_LONG, place);
            }
        }
        if (width == 0) {
            head(cells, place);
            return;
        }
        if (cells.size() > width || cells.size() <= required()) {
            throw new FileRefused(Cause.MALFORMED, place);
        }
        nth++;
        String amount = cell(cells, "amount");
        String result = cell(cells, "result").toUpperCase(Locale.ROOT);
        rows.accept(new ReturnRow(
                nth,
                cell(cells, "reference"),
                RESULTS.getOrDefault(result, Outcome.UNKNOWN),
                cell(cells, "code"),
                amount.isEmpty() ? null : (Long) Amounts.fen(amount, null, place),
                place));
    }

    private void head(List<String> cells, String place) {
        for (int i = 0; i < cells.size(); i++) {
            String name = NAMES.get(cells.get(i).strip().toLowerCase(Locale.ROOT));
            if (name != null && columns.put(name, i) != null) {
                throw new FileRefused(Cause.COLUMNS, place);
            }
        }
        if (!columns.keySet().containsAll(List.of("reference", "result", "code"))) {
            throw new FileRefused(Cause.COLUMNS, place);
        }
        width = cells.size();
    }

    /** The last column that no row can do without. */
    private int required() {
        return Math.max(index("reference"), index("result"));
    }

    private int index(String name) {
        Integer at = columns.get(name);
        return at == null ? -1 : at;
    }

    private String cell(List<String> cells, String name) {
        int at = index(name);
        return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
    }

    /** To be called at the end: a file without a head is none. */
    void end() {
        if (width == 0) {
            throw new FileRefused(Cause.EMPTY, "1");
        }
    }

    /** The number of a column such as {@code AB}, from 0; -1 where there is none. */
    static int column(@Nullable String cell) {
        int number = 0;
        int letters = 0;
        if (cell != null) {
            while (letters < cell.length()
                    && letters < 4
                    && cell.charAt(letters) >= 'A'
                    && cell.charAt(letters) <= 'Z') {
                number = number * 26 + (cell.charAt(letters) - 'A' + 1);
                letters++;
            }
        }
        return number - 1;
    }
}
