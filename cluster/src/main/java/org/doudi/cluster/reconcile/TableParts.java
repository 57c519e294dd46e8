package org.doudi.cluster.reconcile;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaRDD;
import org.doudi.cli.reconcile.ResultRows;
import org.doudi.cli.reconcile.ResultRows.Table;
import org.doudi.cluster.output.Draft;
import org.doudi.cluster.output.PartFolder;
import org.doudi.linkage.table.CsvListWriter;

/** One table of the result: the header, and then rows that many tasks write, in the order in which they are added. */
final class TableParts {
    private final PartFolder folder;
    private int next = 1;

    TableParts(Table table, Draft draft) throws IOException {
        folder = draft.parts(table.file());
        StringWriter header = new StringWriter();
        new CsvListWriter(header, table.columns()).close();
        draft.text(table.file(), header.toString());
    }

    /** Writes the rows of something. */
    @FunctionalInterface
    interface Rows<T> extends Serializable {
        /** Hands on the rows of one element. */
        void write(T element, ResultRows rows, Consumer<List<String>> out);
    }

    /** Adds the rows of all elements, in their order. */
    <T> void add(JavaRDD<T> elements, Rows<T> rows) {
        int base = next;
        PartFolder to = folder;
        next += elements.getNumPartitions();
        elements.mapPartitionsWithIndex(
                        (index, in) -> {
                            write(to, base + index, in, rows);
                            return List.of(index).iterator();
                        },
                        false)
                .count();
    }

    /** Adds rows that the driver has. */
    <T> void addOne(T element, Rows<T> rows) throws IOException {
        write(folder, next++, List.of(element).iterator(), rows);
    }

    private static <T> void write(PartFolder to, int part, Iterator<T> elements, Rows<T> rows) throws IOException {
        ResultRows cells = new ResultRows(Books.Places.DIVISIONS);
        to.write(part, out -> {
            try (CsvListWriter csv = new CsvListWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                elements.forEachRemaining(element -> rows.write(element, cells, csv::row));
            }
        });
    }
}
