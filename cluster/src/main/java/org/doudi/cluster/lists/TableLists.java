package org.doudi.cluster.lists;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.doudi.linkage.table.ListTaker;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.TableRow;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads a list from a table whose rows Spark knows. Rows of Parquet come in the order of the files' names and of the rows in
 * each; rows of a database, which has no order, by their cells.
 */
final class TableLists<R extends Serializable, B extends Serializable> {
    private static final String PLACE_FILE = "doudi_file";
    private static final String PLACE_ROW = "doudi_row";

    private final SparkSession session;
    private final int parts;
    private final Reading<R, B> reading;

    TableLists(int parts, Reading<R, B> reading) {
        this.reading = reading;
        this.session = SparkSession.builder().getOrCreate();
        this.parts = parts;
    }

    BesideList<R, B> parquet(String name) {
        Dataset<Row> table = session.read().parquet(name);
        List<String> columns = Arrays.asList(table.columns());
        List<Column> wanted = texts(columns);
        wanted.add(functions.col("_metadata.file_path").as(PLACE_FILE));
        wanted.add(functions.col("_metadata.row_index").as(PLACE_ROW));
        Dataset<Row> rows = table.select(wanted.toArray(Column[]::new));
        return read(
                name,
                columns,
                rows.repartitionByRange(parts, functions.col(PLACE_FILE), functions.col(PLACE_ROW))
                        .sortWithinPartitions(PLACE_FILE, PLACE_ROW));
    }

    BesideList<R, B> jdbc(TableName name) {
        Dataset<Row> table = session.read()
                .format("jdbc")
                .option("url", name.url())
                .option("dbtable", name.table())
                .option("fetchsize", 10_000)
                .options(name.secrets())
                .load();
        List<String> columns = Arrays.asList(table.columns());
        Dataset<Row> rows = table.select(texts(columns).toArray(Column[]::new));
        Column[] order = columns.stream().map(functions::col).toArray(Column[]::new);
        return read(name.table(), columns, rows.repartitionByRange(parts, order).sortWithinPartitions(order));
    }

    private static List<Column> texts(List<String> columns) {
        List<Column> texts = new ArrayList<>();
        for (String column : columns) {
            texts.add(functions
                    .coalesce(functions.col('`' + column + '`').cast("string"), functions.lit(""))
                    .as(column));
        }
        return texts;
    }

    private BesideList<R, B> read(String name, List<String> columns, Dataset<Row> ordered) {
        List<String> header = List.copyOf(columns);
        Reading<R, B> how = reading;
        JavaRDD<Beside.Part<R, B>> read = ordered.toJavaRDD()
                .zipWithIndex()
                .mapPartitions(in -> List.of(part(name, header, in, how)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<PartedList.Count> counts =
                read.map(p -> PartedList.Count.of(p.linked())).collect();
        if (counts.stream().allMatch(count -> count.rowsIn() == 0)) {
            throw new UnreadableList(Path.of(name), 0, "the table holds no row", "Ask the sender for the list again");
        }
        return BesideList.of(CsvLists.shortName(name), read, counts);
    }

    /** Cells of rows that know their line, the header would be line 1; each row is seen by the other reader too, as it passes. */
    private static final class Cells implements Iterator<TableRow> {
        private final Iterator<Tuple2<Row, Long>> rows;
        private final int columns;
        private final @Nullable RowHandler other;

        Cells(Iterator<Tuple2<Row, Long>> rows, int columns, @Nullable RowHandler other) {
            this.rows = rows;
            this.columns = columns;
            this.other = other;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public TableRow next() {
            Tuple2<Row, Long> row = rows.next();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                texts.add(row._1().getString(i));
            }
            TableRow next = new TableRow(row._2() + 2, texts);
            if (other != null) {
                next.tell(other);
            }
            return next;
        }
    }

    private static <R extends Serializable, B extends Serializable> Beside.Part<R, B> part(
            String name, List<String> header, Iterator<Tuple2<Row, Long>> rows, Reading<R, B> reading) {
        Path shown = Path.of(name);
        Beside<B> beside = reading.beside();
        B read = beside.begin();
        RowHandler other = beside.reads() ? beside.reader(read, shown) : null;
        if (other != null) {
            TableRow.begin(shown, header, other);
        }
        ListTaker<R> taken = TableRow.tellAll(
                shown,
                header,
                new Cells(rows, header.size(), other),
                reading.linked().begin(shown));
        return new Beside.Part<>(ListPart.of(taken.list(), taken.rows()), read);
    }
}
