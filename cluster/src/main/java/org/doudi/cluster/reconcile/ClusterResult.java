package org.doudi.cluster.reconcile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cli.reconcile.Findings;
import org.doudi.cli.reconcile.GapRow;
import org.doudi.cli.reconcile.GapWorkbook;
import org.doudi.cli.reconcile.InputProblem;
import org.doudi.cli.reconcile.Overview;
import org.doudi.cli.reconcile.ResultFiles;
import org.doudi.cli.reconcile.ResultRows.Table;
import org.doudi.cli.reconcile.TruthCheck;
import org.doudi.cluster.output.Draft;
import org.doudi.policy.Gap;
import scala.Tuple2;

/**
 * What came out of a reconciliation on a cluster.
 *
 * @param overview the numbers
 * @param linked the rows of the rolls with what the linkage made of them, roll after roll
 * @param strangers people on lists whom no household holds
 * @param found the households' gaps, in the order of the households
 * @param problems what could not be used, one list of lists after the other
 * @param cutRows rows that met not all of their block because the block was too large
 */
public record ClusterResult(
        Overview overview,
        JavaRDD<LinkedPart> linked,
        StrangerSearch.Found strangers,
        JavaRDD<Findings> found,
        List<JavaRDD<List<InputProblem>>> problems,
        long cutRows) {
    /** The files that are no tables. */
    public static final List<String> FILES = List.of(GapWorkbook.FILE, ResultFiles.PAGE, ResultFiles.MARKER);

    /** Writes all files into a draft; the tables by tasks, the page, the summary and the workbook, which are small, by the driver. */
    public void write(Draft draft) throws IOException {
        new TableParts(Table.GAPS, draft)
                .add(found, (part, rows, out) -> part.gaps().forEach(gap -> out.accept(rows.gap(gap))));
        new TableParts(Table.PENDING, draft)
                .add(found, (part, rows, out) -> part.pending().forEach(gap -> out.accept(rows.pending(gap))));
        new TableParts(Table.REVIEW, draft)
                .add(linked, (part, rows, out) -> rows.reviews(part.book(), part.links(), part.persons(), out));
        TableParts unknown = new TableParts(Table.STRANGERS, draft);
        unknown.add(
                strangers.parts(), (part, rows, out) -> part.told().forEach(seen -> out.accept(rows.stranger(seen))));
        unknown.add(
                strangers.parts(), (part, rows, out) -> part.others().forEach(seen -> out.accept(rows.stranger(seen))));
        new TableParts(Table.QUALITY, draft)
                .addOne(overview.quality(), (quality, rows, out) -> rows.quality(quality, out));
        TableParts errors = new TableParts(Table.ERRORS, draft);
        for (JavaRDD<List<InputProblem>> some : problems) {
            errors.add(some, (part, rows, out) -> part.forEach(problem -> out.accept(rows.problem(problem))));
        }
        workbook(draft);
        try (OutputStream page = draft.file(ResultFiles.PAGE)) {
            page.write(ResultFiles.page(overview, Books.Places.DIVISIONS).getBytes(StandardCharsets.UTF_8));
        }
        try (OutputStream summary = draft.file(ResultFiles.MARKER)) {
            summary.write(ResultFiles.summary(overview));
        }
    }

    /** The tables. */
    public static List<String> tables() {
        List<String> tables = new ArrayList<>();
        for (Table table : Table.values()) {
            tables.add(table.file());
        }
        return tables;
    }

    /** The driver takes the gaps part by part, no more than a sheet holds. */
    private void workbook(Draft draft) throws IOException {
        Iterator<GapRow> gaps = found.flatMap(part -> part.gaps().iterator()).toLocalIterator();
        Path local = Files.createTempFile("doudi-gaps", ".xlsx");
        try (OutputStream out = draft.file(GapWorkbook.FILE)) {
            GapWorkbook.write(local, gaps, Books.Places.DIVISIONS);
            Files.copy(local, out);
        } finally {
            Files.delete(local);
        }
    }

    /** Compares the gaps with those that were planted in made-up lists. */
    public TruthCheck truth(String dir) throws IOException {
        String file = (dir.endsWith("/") ? dir : dir + "/") + TruthCheck.FILE;
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(found.context());
        if (!new ClusterPlace(spark.hadoopConfiguration()).exists(file)) {
            throw new NoSuchFileException(file);
        }
        JavaRDD<String> planted = spark.textFile(file)
                .zipWithIndex()
                .filter(line -> line._2() > 0)
                .map(Tuple2::_1)
                .distinct();
        JavaRDD<String> gaps = found.flatMap(
                        part -> part.gaps().stream().map(TruthCheck::key).iterator())
                .distinct();
        long held = found.flatMapToPair(part -> part.pending().stream()
                        .map(gap -> new Tuple2<>(TruthCheck.key(gap), true))
                        .iterator())
                .join(planted.mapToPair(key -> new Tuple2<>(key, true)))
                .count();
        return new TruthCheck(byKind(planted), byKind(gaps), byKind(gaps.intersection(planted)), held);
    }

    private static Map<Gap.Kind, Long> byKind(JavaRDD<String> keys) {
        Map<Gap.Kind, Long> counts = new EnumMap<>(Gap.Kind.class);
        keys.map(key -> TruthCheck.kind(key).name())
                .countByValue()
                .forEach((kind, count) -> counts.put(Gap.Kind.valueOf(kind), count));
        return counts;
    }
}
