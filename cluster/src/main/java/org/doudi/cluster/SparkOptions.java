package org.doudi.cluster;

import java.io.Closeable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.linkage.Progress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the work is done and into how many parts it is cut. */
final class SparkOptions {
    private static final int MOST_PARTITIONS = 100_000;
    private static final long MOST_LINKED_A_PART = 128L << 20;
    private static final long LEAST_LINKED_A_PART = 8L << 20;
    private static final int MEMORY_A_BYTE = 12;
    /** What Spark keeps for itself, and the share of the rest in which it keeps its own things, unless it is told otherwise. */
    private static final long RESERVED = 300L << 20;

    private static final double SPARKS_SHARE = 0.6;
    private static final int MOST_CORES_UNTOLD = 4;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "The cluster, such as spark://host:7077 or yarn (default: that of spark-submit, else local[*], this machine).")
    private @Nullable String master;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "Cut the work into N parts (default: as many as there are cores, and no more than fits a core's memory). The result is the same for any N.")
    private int partitions;

    @Option(
            names = "--parts",
            description = "Leave each file of the result as a folder of parts, as a cluster writes them.")
    private boolean parts;

    @Option(
            names = "--parquet",
            description =
                    "Write each table of the result as a folder of Parquet files, such as matches.parquet, instead of csv.")
    private boolean parquet;

    boolean parquet() {
        return parquet;
    }

    boolean parts() {
        return parts;
    }

    /** Spark at work for a command; it ends with the command that began it. */
    record Work(JavaSparkContext spark, boolean begun) implements Closeable {
        @Override
        public void close() {
            if (begun) {
                spark.stop();
            }
        }
    }

    /** Begins the work, or joins one of the same master that is there already. */
    Work start(CommandSpec spec) {
        if (partitions < 0 || partitions > MOST_PARTITIONS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--partitions takes a number from 1 to " + MOST_PARTITIONS + ", not " + partitions);
        }
        SparkConf conf = conf(master, spec.qualifiedName());
        boolean there =
                SparkEnv.get() != null && SparkContext.getOrCreate().master().equals(conf.get("spark.master"));
        return new Work(begin(conf), !there);
    }

    static SparkConf conf(@Nullable String master, String name) {
        SparkConf conf = new SparkConf();
        if (master != null) {
            conf.setMaster(master);
        } else if (!conf.contains("spark.master")) {
            conf.setMaster("local[*]");
        }
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.driver.host", "localhost").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            // no network to spare: rows, which are numbers and hashes, hardly get shorter, and are not written twice
            conf.setIfMissing("spark.shuffle.compress", "false")
                    .setIfMissing("spark.shuffle.spill.compress", "false")
                    .setIfMissing("spark.shuffle.checksum.enabled", "false")
                    .setIfMissing("spark.shuffle.sort.bypassMergeThreshold", "1");
        }
        return conf.setIfMissing("spark.app.name", name)
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                .setIfMissing(
                        "spark.sql.warehouse.dir",
                        Path.of(System.getProperty("java.io.tmpdir"), "doudi-warehouse")
                                .toString());
    }

    /** Without a session for SQL, which takes a while to begin and is needed for tables only. */
    static JavaSparkContext begin(SparkConf conf) {
        return JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
    }

    /**
     * Bytes of lists that one core links at a time: few parts mean few copies of each row. A part takes up to twelve times the bytes of
     * its text, where each row has a key in five parts, and that must fit the memory that Spark leaves to a task.
     */
    static long linkedAPart(JavaSparkContext spark) {
        SparkConf conf = spark.getConf();
        String master = conf.get("spark.master");
        boolean local = master.equals("local") || master.startsWith("local[");
        long heap = local ? Runtime.getRuntime().maxMemory() : conf.getSizeAsMb("spark.executor.memory", "1g") << 20;
        int cores = local ? spark.defaultParallelism() : conf.getInt("spark.executor.cores", MOST_CORES_UNTOLD);
        double left = (heap - RESERVED) * (1 - conf.getDouble("spark.memory.fraction", SPARKS_SHARE)) / cores;
        return Math.max(LEAST_LINKED_A_PART, Math.min(MOST_LINKED_A_PART, (long) left / MEMORY_A_BYTE));
    }

    /** How many parts so many bytes of input are cut into. */
    int partitions(JavaSparkContext spark, long bytes, long bytesAPart) {
        if (partitions > 0) {
            return partitions;
        }
        long wanted = (bytes + bytesAPart - 1) / bytesAPart;
        return (int) Math.min(MOST_PARTITIONS, Math.max(spark.defaultParallelism(), wanted));
    }

    /** Says how many rows met not all of those that share a key with them. */
    static void tellOfCut(CommandSpec spec, long rows, int most) {
        if (rows > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "%s: %d rows share a key with so many others that they met only the last %d of them.%n",
                            spec.qualifiedName(),
                            rows,
                            most);
        }
    }

    static Progress progress(CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        if (!Boolean.getBoolean("doudi.terminal")) {
            return Progress.SILENT;
        }
        return stage -> {
            err.println("doudi: " + stage + " …");
            err.flush();
        };
    }
}
