package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.reconcile.ResultRows.Table;
import org.doudi.linkage.table.CsvListWriter;

/** Writes what was found: gaps, what waits for a decision, doubtful links, data errors, and the page for people. */
public final class ResultFiles {
    /** The file by which a folder of results is known. */
    public static final String MARKER = "summary.json";
    /** What the marker holds. */
    public static final String FORMAT = "doudi-reconciliation/1";
    /** The page for people. */
    public static final String PAGE = "report.html";

    private final FreshFolder folder;

    private ResultFiles(FreshFolder folder) {
        this.folder = folder;
    }

    /** Writes all files into a folder that is still a draft. */
    public static void write(Reconciled result, FreshFolder folder) throws IOException {
        ResultFiles files = new ResultFiles(folder);
        Divisions divisions = Divisions.load();
        ResultRows rows = new ResultRows(divisions);
        Findings found = result.findings();
        files.table(Table.GAPS, out -> found.gaps().forEach(gap -> out.accept(rows.gap(gap))));
        GapWorkbook.write(folder.file(GapWorkbook.FILE), found.gaps().iterator(), divisions);
        files.table(Table.PENDING, out -> found.pending().forEach(gap -> out.accept(rows.pending(gap))));
        files.table(
                Table.REVIEW,
                out -> result.links().forEach((roll, links) -> {
                    RollBook book = result.books().getOrDefault(roll, new RollBook(roll));
                    rows.reviews(book, links, result.persons(), out);
                }));
        files.table(Table.STRANGERS, out -> result.strangers().rows().forEach(seen -> out.accept(rows.stranger(seen))));
        files.table(Table.QUALITY, out -> rows.quality(result.overview().quality(), out));
        files.table(Table.ERRORS, out -> result.problems().forEach(problem -> out.accept(rows.problem(problem))));
        Files.write(folder.file(MARKER), summary(result.overview()));
        Files.writeString(folder.file(PAGE), page(result.overview(), divisions));
    }

    /** The bytes of summary.json. */
    public static byte[] summary(Overview overview) {
        return SummaryFile.of(overview);
    }

    /** The page for people. */
    public static String page(Overview overview, Divisions divisions) {
        return new ReportPage(overview, divisions).html();
    }

    private void table(Table table, Consumer<Consumer<List<String>>> rows) throws IOException {
        try (CsvListWriter out = new CsvListWriter(folder.file(table.file()), table.columns())) {
            rows.accept(out::row);
        }
    }
}
