package org.doudi.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The Spark of the tests of this module: commands for the same master run in one, as long as no other master is asked for. */
public final class SharedSpark {
    private static final String PLAIN = "local[2]";

    private static @Nullable JavaSparkContext running;

    static {
        System.setProperty("spark.hadoop.fs.flaky.impl", FlakyFileSystem.class.getName());
    }

    private SharedSpark() {}

    /** A session for SQL on this machine's two cores. */
    public static synchronized SparkSession session() {
        readyFor(PLAIN);
        return SparkSession.builder().getOrCreate();
    }

    /** Makes the Spark that a command for this master finds; for a cluster of processes, none. */
    static synchronized void readyFor(@Nullable String master) {
        JavaSparkContext spark = running;
        if (spark != null) {
            if (spark.sc().master().equals(master)) {
                return;
            }
            spark.stop();
            running = null;
        }
        if (master != null && master.startsWith("local[")) {
            running = SparkOptions.begin(SparkOptions.conf(master, "tests"));
        }
    }
}
