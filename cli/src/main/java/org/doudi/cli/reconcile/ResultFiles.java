package org.doudi.cli.reconcile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.divisions.Township;
import org.doudi.cli.divisions.Village;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.SteadyWorkbook;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;

/** Writes what was found: gaps, what waits for a decision, doubtful links, data errors, and the page for people. */
public final class ResultFiles {
    /** The file by which a folder of results is known. */
    public static final String MARKER = "summary.json";
    /** What the marker holds. */
    public static final String FORMAT = "doudi-reconciliation/1";

    private final Reconciled result;
    private final Divisions divisions;
    private final FreshFolder folder;

    private ResultFiles(Reconciled result, Divisions divisions, FreshFolder folder) {
        this.result = result;
        this.divisions = divisions;
        this.folder = folder;
    }

    /** Writes all files into a folder that is still a draft. */
    public static void write(Reconciled result, FreshFolder folder) throws IOException {
        ResultFiles files = new ResultFiles(result, Divisions.load(), folder);
        files.gaps();
        files.workbook();
        files.pending();
        files.review();
        files.strangers();
        files.quality();
        files.errors();
        SummaryFile.write(result, folder.file(MARKER));
        Files.writeString(folder.file("report.html"), new ReportPage(result, files.divisions).html());
    }

    private void gaps() throws IOException {
        List<String> header = List.of(
                "kind",
                "household",
                "person",
                "name",
                "townshipCode",
                "township",
                "village",
                "clause",
                "reason",
                "evidence",
                "monthlyYuan",
                "department");
        try (CsvListWriter out = new CsvListWriter(folder.file("gaps.csv"), header)) {
            for (GapRow gap : result.tally().gaps) {
                out.row(cells(gap, gap.gap().kind().name(), gap.department().name()));
            }
        }
    }

    private List<String> cells(GapRow gap, String kind, String department) {
        Township township = divisions.townshipOf(gap.village());
        return List.of(
                kind,
                gap.household(),
                gap.person(),
                gap.name(),
                RowCheck.township(gap.village()),
                township == null ? "" : township.name(),
                village(gap.village()),
                gap.clause(),
                gap.reason(),
                gap.evidence(),
                yuan(gap.monthlyFen()),
                department);
    }

    private String village(String code) {
        Village village = divisions.village(code);
        return village == null ? code : village.name();
    }

    private static String yuan(long fen) {
        return fen < 0 ? "" : BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private void workbook() throws IOException {
        List<String> header =
                List.of("差距", "户编号", "人编号", "姓名", "乡镇代码", "乡镇", "村", "条款", "为什么", "依据", "涉及金额（元/月）", "由谁办");
        try (XlsxListWriter out = new XlsxListWriter(folder.file("gaps.xlsx"), "差距名单", header)) {
            double[] widths = {16, 14, 16, 10, 12, 14, 14, 8, 70, 60, 16, 10};
            for (int column = 0; column < widths.length; column++) {
                out.width(column, widths[column]);
            }
            int rows = 1;
            for (GapRow gap : result.tally().gaps) {
                if (++rows > XlsxListWriter.MOST_ROWS) {
                    break; // the csv holds them all, and the summary says how many there are
                }
                List<String> cells = cells(gap, Words.gap(gap.gap().kind()), Words.department(gap.department()));
                List<Object> typed = new ArrayList<>(cells);
                if (gap.monthlyFen() >= 0) {
                    typed.set(10, BigDecimal.valueOf(gap.monthlyFen(), 2));
                }
                out.row(typed);
            }
        }
        SteadyWorkbook.settle(folder.file("gaps.xlsx"));
    }

    private void pending() throws IOException {
        List<String> header = List.of(
                "kind",
                "household",
                "person",
                "name",
                "townshipCode",
                "township",
                "village",
                "clause",
                "reason",
                "evidence",
                "monthlyYuan",
                "department",
                "list",
                "line",
                "onlyIf");
        try (CsvListWriter out = new CsvListWriter(folder.file("pending.csv"), header)) {
            for (GapRow gap : result.tally().pending) {
                List<String> cells = new ArrayList<>(
                        cells(gap, gap.gap().kind().name(), gap.department().name()));
                Doubt doubt = gap.doubt();
                cells.add(doubt == null ? "" : doubt.entry().roll().stem());
                cells.add(
                        doubt == null ? "" : String.valueOf(doubt.entry().row().line()));
                cells.add(
                        doubt == null
                                ? Words.say("pending.no.identity")
                                : Words.say(
                                        "pending.doubt",
                                        Words.roll(doubt.entry().roll()),
                                        String.valueOf(doubt.entry().row().line()),
                                        doubt.entry().row().name()));
                out.row(cells);
            }
        }
    }

    private void review() throws IOException {
        List<String> header = List.of(
                "list",
                "line",
                "listName",
                "person",
                "personName",
                "townshipCode",
                "township",
                "probability",
                "evidence");
        try (CsvListWriter out = new CsvListWriter(folder.file("review.csv"), header)) {
            for (var entry : result.links().entrySet()) {
                Roll roll = entry.getKey();
                RollBook book = result.books().get(roll);
                for (Links.Review review : entry.getValue().reviews()) {
                    if (book != null) {
                        reviewRow(out, roll, book.rows().get(review.row()), review);
                    }
                }
            }
        }
    }

    private void reviewRow(CsvListWriter out, Roll roll, RollRow row, Links.Review review) {
        PersonBook persons = result.persons();
        String village = String.valueOf(persons.village(review.person()));
        Township township = divisions.townshipOf(village);
        out.row(
                roll.stem(),
                String.valueOf(row.line()),
                row.name(),
                persons.household(review.person()) + "-" + persons.memberId(review.person()),
                persons.name(review.person()),
                RowCheck.township(village),
                township == null ? "" : township.name(),
                String.format(Locale.ROOT, "%.4f", review.probability()),
                review.evidence());
    }

    private void strangers() throws IOException {
        List<String> header = List.of("someone", "list", "line", "name", "village");
        try (CsvListWriter out = new CsvListWriter(folder.file("not-in-households.csv"), header)) {
            for (Strangers.Sighted seen : result.strangers().rows()) {
                out.row(
                        String.valueOf(seen.number()),
                        seen.roll().stem(),
                        String.valueOf(seen.row().line()),
                        seen.row().name(),
                        village(seen.row().village()));
            }
        }
    }

    private void quality() throws IOException {
        List<String> header = List.of("list", "townshipCode", "township", "problem", "problemInWords", "rows");
        try (CsvListWriter out = new CsvListWriter(folder.file("quality.csv"), header)) {
            result.quality().forEach((place, rows) -> {
                Township township = divisions.townshipOf(place.township());
                out.row(
                        place.roll().stem(),
                        place.township(),
                        township == null ? Words.say("township.unknown") : township.name(),
                        place.problem().name(),
                        Words.say("problem." + place.problem()),
                        String.valueOf(rows));
            });
        }
    }

    private void errors() throws IOException {
        List<String> header = List.of("file", "line", "column", "value", "problem", "whatToDo");
        try (CsvListWriter out = new CsvListWriter(folder.file("errors.csv"), header)) {
            for (InputProblem problem : result.problems()) {
                out.row(
                        problem.file(),
                        problem.line() == 0 ? "" : String.valueOf(problem.line()),
                        problem.column(),
                        problem.value(),
                        problem.problem(),
                        problem.whatToDo());
            }
        }
    }
}
