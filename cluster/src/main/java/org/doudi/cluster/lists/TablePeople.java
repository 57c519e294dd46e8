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
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Reads a list of people from a table whose rows Spark knows. Rows of Parquet come in the order of the files' names and of the rows in
 * each; rows of a database, which has no order, by their cells.
 */
final class TablePeople<B extends Serializable> {
    private static final String PLACE_FILE = "doudi_file";
    private static final String PLACE_ROW = "doudi_row";

    private final SparkSession session;
    private final int parts;
    private final Beside<B> beside;

    TablePeople(int parts, Beside<B> beside) {
        this.beside = beside;
        this.session = SparkSession.builder().getOrCreate();
        this.parts = parts;
    }

    BesideList<B> parquet(String name) {
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

    BesideList<B> jdbc(TableName name) {
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

    private BesideList<B> read(String name, List<String> columns, Dataset<Row> ordered) {
        List<String> header = List.copyOf(columns);
        Beside<B> other = beside;
        JavaRDD<Beside.Part<B>> people = ordered.toJavaRDD()
                .zipWithIndex()
                .mapPartitions(in -> List.of(part(name, header, in, other)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<PeopleList.Count> counts =
                people.map(p -> PeopleList.Count.of(p.people())).collect();
        if (counts.stream().allMatch(count -> count.rowsIn() == 0)) {
            throw new UnreadableList(Path.of(name), 0, "the table holds no row", "Ask the sender for the list again");
        }
        return BesideList.of(CsvPeople.shortName(name), people, counts);
    }

    /** Cells of rows that know their line, the header would be line 1; each row is seen by the other reader too, as it passes. */
    private static final class Cells implements Iterator<PersonList.Cells> {
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
        public PersonList.Cells next() {
            Tuple2<Row, Long> row = rows.next();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < columns; i++) {
                texts.add(row._1().getString(i));
            }
            PersonList.Cells cells = new PersonList.Cells(row._2() + 2, texts);
            if (other != null) {
                cells.tell(other);
            }
            return cells;
        }
    }

    private static <B extends Serializable> Beside.Part<B> part(
            String name, List<String> header, Iterator<Tuple2<Row, Long>> rows, Beside<B> beside) {
        Path shown = Path.of(name);
        B read = beside.begin();
        RowHandler other = beside.reads() ? beside.reader(read, shown) : null;
        if (other != null && !other.header(1, header)) {
            throw PersonList.unknown(shown, header, other);
        }
        return new Beside.Part<>(
                CsvPeople.people(PersonList.ofTable(shown, header, new Cells(rows, header.size(), other))), read);
    }
}
