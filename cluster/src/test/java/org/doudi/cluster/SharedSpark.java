package org.doudi.cluster;

import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The Spark session of the tests of this module: commands for the same master run in one, as long as no other master is asked for. */
public final class SharedSpark {
    private static final String PLAIN = "local[2]";

    private static @Nullable SparkSession session;

    static {
        System.setProperty("spark.hadoop.fs.flaky.impl", FlakyFileSystem.class.getName());
    }

    private SharedSpark() {}

    /** The session on this machine's two cores. */
    public static synchronized SparkSession session() {
        SparkSession running = session;
        if (running == null || !running.sparkContext().master().equals(PLAIN)) {
            readyFor(PLAIN);
            running = session;
        }
        if (running == null) {
            throw new IllegalStateException("there is no session");
        }
        return running;
    }

    /** Makes the session that a command for this master finds; for a cluster of processes, none. */
    static synchronized void readyFor(@Nullable String master) {
        SparkSession running = session;
        if (running != null) {
            if (running.sparkContext().master().equals(master)) {
                return;
            }
            running.stop();
            session = null;
        }
        if (master != null && master.startsWith("local[")) {
            session = SparkOptions.begin(SparkOptions.conf(master, "tests"));
        }
    }
}
