package org.doudi.cluster.lists;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** Reads lists, whatever they lie in. */
public final class PartedLists {
    /** Bytes of text that one core takes at a time. */
    public static final long BYTES_A_PART = 32L << 20;

    private final JavaSparkContext spark;

    /** Reads on this Spark. */
    public PartedLists(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** Whether a file, or the first file of a folder, says that it is Parquet. */
    private boolean isParquet(String name) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
        if (!files.exists(path)) {
            return false;
        }
        for (FileStatus status : files.listStatus(path)) {
            if (status.isFile() && status.getPath().getName().endsWith(".parquet")) {
                return true;
            }
        }
        return false;
    }

    /** How large a list is, as far as can be told without reading it. */
    public long bytes(String name) throws IOException {
        if (TableName.is(name)) {
            return 0;
        }
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
        return files.exists(path) ? files.getContentSummary(path).getLength() : 0;
    }

    /**
     * Reads a list.
     *
     * @throws org.doudi.linkage.table.UnreadableList if it cannot be used
     */
    public <R extends Serializable> PartedList<R> read(String name, int partitions, Taking<R> linked)
            throws IOException {
        return read(name, partitions, new Reading<>(linked, Beside.nothing())).list();
    }

    /**
     * Reads a list, and something else of its rows.
     *
     * @throws org.doudi.linkage.table.UnreadableList if it cannot be used
     */
    public <R extends Serializable, B extends Serializable> BesideList<R, B> read(
            String name, int partitions, Reading<R, B> reading) throws IOException {
        if (TableName.is(name)) {
            return new TableLists<>(partitions, reading).jdbc(TableName.of(name));
        }
        if (isParquet(name)) {
            return new TableLists<>(partitions, reading).parquet(name);
        }
        return new CsvLists<>(spark, partitions, reading).read(name);
    }
}
