package org.doudi.linkage.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes an xlsx list of one sheet, row by row, in bounded memory; text stays text and is never a formula. */
public final class XlsxListWriter implements Closeable {
    /** The most rows one sheet can hold, the header included. */
    public static final int MOST_ROWS = 1_048_576;

    private static final int FLUSH_EVERY = 1000;
    private final OutputStream out;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    /** Begins the file with a header row that stays in view. */
    public XlsxListWriter(Path file, String sheetName, List<String> header) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        workbook = new Workbook(out, "Doudi", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, SafeCells.neutral(header.get(column)));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /** How wide a column is shown, in characters. */
    public void width(int column, double characters) {
        sheet.width(column, characters);
    }

    /** Writes one row; a {@link BigDecimal} becomes a number, all else text. */
    public void row(List<?> cells) throws IOException {
        if (row == MOST_ROWS) {
            throw new IOException("an xlsx sheet holds at most " + MOST_ROWS + " rows; use the csv file");
        }
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof BigDecimal number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, SafeCells.neutral(cell.toString()));
            }
        }
        row++;
        if (row % FLUSH_EVERY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            workbook.finish();
        }
    }
}
