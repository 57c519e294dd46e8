package org.doudi.server.registry;

import org.doudi.server.identity.Area;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Rows that lie in a place, asked for so that an index finds them in the order in which they are shown: by the county of their village, which stands in a column of its
 * own, where the place lies in one.
 */
public record InPlace(Area place) {
    private static final int COUNTY = 6;

    /** In the division of a code. */
    public static InPlace of(String code) {
        return new InPlace(new Area(code));
    }

    private boolean inOneCounty() {
        return place.code().length() >= COUNTY;
    }

    /** The condition of the rows of a table, with the parameters {@code county}, {@code from} and {@code to}. */
    public String where(String table) {
        return where(table, "");
    }

    /**
     * The same of rows that have two villages.
     *
     * @param side what the names of the columns end with
     */
    public String where(String table, String side) {
        String village = table + ".village" + side;
        String county = inOneCounty() ? table + ".county" + side + " = :county and " : "";
        return " " + county + village + " >= :from and " + village + " <= :to ";
    }

    /** Sets the parameters. */
    public StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement.param("from", place.from()).param("to", place.to());
        return inOneCounty() ? bound.param("county", Divisions.county(place.code())) : bound;
    }
}
