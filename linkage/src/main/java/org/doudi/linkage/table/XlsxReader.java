package org.doudi.linkage.table;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an xlsx workbook that has a header; says so when another sheet holds rows too. */
final class XlsxReader {
    private static final long MOST_BYTES = 2L << 30;
    private static final long FREE_BYTES = 64L << 20;
    private static final int MOST_RATIO = 200;
    private static final int MOST_PARTS = 20_000;
    private static final int WIDEST = 2000;

    private final Path file;
    private final RowHandler handler;
    private final HeaderSearch search;
    private long line;

    XlsxReader(Path file, RowHandler handler) {
        this.file = file;
        this.handler = handler;
        this.search = new HeaderSearch(file, handler);
    }

    void read() throws IOException {
        refuseBomb();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Sheet> sheets = workbook.getSheets()) {
            for (Sheet sheet : (Iterable<Sheet>) sheets::iterator) {
                if (search.width() >= 0) {
                    tellOfUnread(sheet);
                } else {
                    readSheet(sheet);
                }
            }
        } catch (UnreadableList e) {
            throw e;
        } catch (RuntimeException | IOException e) {

            throw damaged();
        }
        if (search.width() < 0) {
            throw search.notFound();
        }
    }

    private UnreadableList damaged() {
        return new UnreadableList(
                file,
                line,
                "the workbook is damaged or not an xlsx workbook" + (line > 0 ? "; it breaks after this row" : ""),
                "Open it in a spreadsheet program and save it again as .xlsx");
    }

    /** Unpacks everything once without keeping it, and stops at what no honest list needs. */
    private void refuseBomb() throws IOException {
        long packed = Files.size(file);
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts++;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        unpacked += n;
                        boolean swollen = unpacked > FREE_BYTES && unpacked / MOST_RATIO > packed;
                        if (swollen || unpacked > MOST_BYTES || parts > MOST_PARTS) {
                            throw new UnreadableList(
                                    file,
                                    0,
                                    "the workbook unpacks to far more than its size allows (a zip bomb)",
                                    "Do not open it; ask the sender for a plain list");
                        }
                    }
                }
            }
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
    }

    private void tellOfUnread(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            if (rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent())) {
                handler.reject(new Reject(
                        1,
                        "",
                        sheet.getName(),
                        "this further sheet of the workbook was not read",
                        "Put all rows on the first sheet, or save the sheet as a file of its own",
                        Reject.Scope.CELL));
            }
        }
    }

    private void readSheet(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row row = all.next();
                line = row.getRowNum();
                if (row.getFirstNonEmptyCell().isEmpty()) {
                    continue;
                }
                if (search.width() < 0) {
                    search.offer(line, texts(row));
                } else {
                    deliver(row, search.width());
                }
            }
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), WIDEST); i++) {
            texts.add(text(row.hasCell(i) ? row.getCell(i) : null));
        }
        while (!texts.isEmpty() && texts.get(texts.size() - 1).isBlank()) {
            texts.remove(texts.size() - 1);
        }
        return texts;
    }

    private void deliver(Row row, int width) {
        handler.beginRow(line);
        for (int column = 0; column < width; column++) {
            String text = column < row.getCellCount() ? text(row.getCell(column)) : "";
            if (text.length() > ListReader.LONGEST_CELL) {
                handler.reject(new Reject(
                        line,
                        "column " + (column + 1),
                        text.substring(0, 100),
                        "the cell holds " + text.length() + " characters",
                        "Shorten it to at most " + ListReader.LONGEST_CELL + " characters; it was read as empty",
                        Reject.Scope.CELL));
                text = "";
            }
            handler.cell(column, text.toCharArray(), 0, text.length());
        }
        handler.endRow();
    }

    /** The cell as a person would type it into a csv: dates as ISO dates, whole numbers without a point. */
    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String raw = cell.getRawValue();
        if (cell.getType() != CellType.NUMBER) {
            String text = cell.getText();
            return text == null ? "" : text;
        }
        String format = cell.getDataFormatString();
        if (format != null && format.toLowerCase(Locale.ROOT).contains("y")) {
            LocalDateTime date = cell.asDate();
            return date.toLocalDate().toString();
        }
        if (raw == null) {
            return "";
        }
        return raw.endsWith(".0") ? raw.substring(0, raw.length() - 2) : raw;
    }
}
