package org.doudi.bench.linkage;

import java.nio.file.Path;
import java.sql.SQLException;

/** The least one can do: equal id numbers after cleaning, in DuckDB. */
public final class DuckJoin {
    private DuckJoin() {}

    /** Arguments: the left list, the right list, the file for the pairs. */
    public static void main(String[] args) throws SQLException {
        try (Duck duck = new Duck()) {
            duck.loadNumbers("l", Path.of(args[0]));
            duck.loadNumbers("r", Path.of(args[1]));
            duck.copy("SELECT l.id AS leftId, r.id AS rightId FROM l JOIN r ON l.nid = r.nid", Path.of(args[2]));
        }
    }
}
