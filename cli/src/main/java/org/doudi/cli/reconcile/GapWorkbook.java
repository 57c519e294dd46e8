package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.folder.SteadyWorkbook;
import org.doudi.linkage.table.XlsxListWriter;

/** The gaps as a workbook, as many as a sheet holds. */
public final class GapWorkbook {
    /** The name of its file. */
    public static final String FILE = "gaps.xlsx";

    private GapWorkbook() {}

    /** Writes the workbook; asks for no more gaps than it can hold. */
    public static void write(Path file, Iterator<GapRow> gaps, Divisions divisions) throws IOException {
        List<String> header =
                List.of("差距", "户编号", "人编号", "姓名", "乡镇代码", "乡镇", "村", "条款", "为什么", "依据", "涉及金额（元/月）", "由谁办");
        ResultRows words = new ResultRows(divisions);
        try (XlsxListWriter out = new XlsxListWriter(file, "差距名单", header)) {
            double[] widths = {16, 14, 16, 10, 12, 14, 14, 8, 70, 60, 16, 10};
            for (int column = 0; column < widths.length; column++) {
                out.width(column, widths[column]);
            }
            // the csv holds them all, and the summary says how many there are
            for (int rows = 1; rows < XlsxListWriter.MOST_ROWS && gaps.hasNext(); rows++) {
                out.row(words.gapInWords(gaps.next()));
            }
        }
        SteadyWorkbook.settle(file);
    }
}
