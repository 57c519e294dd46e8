package org.doudi.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report for people: one line a measure, columns aligned. */
public final class Table {
    private static final Map<Row.Verdict, String> VERDICTS = Map.of(
            Row.Verdict.MET, "met",
            Row.Verdict.MISSED, "MISSED",
            Row.Verdict.NO_GOAL, "",
            Row.Verdict.NOT_MEASURED, "not measured");

    private Table() {}

    /** The table, the notes below it, and how many goals were met. */
    public static String of(Report report) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("measure", "doudi", "peer", "ratio", "goal", ""));
        for (Row row : report.rows()) {
            lines.add(List.of(
                    row.measure(),
                    row.doudi(),
                    row.peer(),
                    row.ratio(),
                    row.goal(),
                    VERDICTS.getOrDefault(row.verdict(), "")));
        }
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (int l = 0; l < lines.size(); l++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(l).get(i);
                line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
            if (l == 0) {
                int width = 0;
                for (int w : widths) {
                    width += w + 2;
                }
                text.append("-".repeat(width)).append('\n');
            }
        }
        if (!report.details().isEmpty()) {
            text.append('\n');
            report.details().forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        report.notes().forEach(note -> text.append("* ").append(note).append('\n'));
        long met = count(report, Row.Verdict.MET);
        long missed = count(report, Row.Verdict.MISSED);
        return text.append(String.format(Locale.ROOT, "%d of %d goals met%n", met, met + missed))
                .toString();
    }

    private static long count(Report report, Row.Verdict verdict) {
        return report.rows().stream().filter(row -> row.verdict() == verdict).count();
    }
}
