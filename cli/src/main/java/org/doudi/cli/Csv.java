package org.doudi.cli;

import org.doudi.linkage.table.SafeCells;

/** Rows of comma-separated values that a spreadsheet opens as text: no cell can be run as a formula. */
final class Csv {
    private final StringBuilder out;

    Csv(StringBuilder out) {
        this.out = out;
    }

    void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            out.append(i == 0 ? "" : ",").append(SafeCells.csv(String.valueOf(cells[i])));
        }
        out.append("\r\n");
    }
}
