package org.doudi.cli;

/** Rows of comma-separated values that a spreadsheet opens as text: a cell that could be a formula gets a leading apostrophe. */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final StringBuilder out;

    Csv(StringBuilder out) {
        this.out = out;
    }

    void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(cell(String.valueOf(cells[i])));
        }
        out.append("\r\n");
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
