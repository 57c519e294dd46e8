package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes room in two-timed rows: what overlaps is known no longer, and what of it sticks out is known anew. */
final class Timeline {
    private Timeline() {}

    /** Which rows: of a table, by a value in a column, of a household, and of a person or of nobody. */
    record Place(
            String table,
            String column,
            String value,
            long household,
            @Nullable Long person) {}

    /** From a day to the first day outside, or for good. */
    record Span(LocalDate from, @Nullable LocalDate to) {}

    private static final String OVERLAPPING = " where household = :household and COLUMN = :value"
            + " and person is not distinct from cast(:person as bigint) and known_to is null"
            + " and (valid_to is null or valid_to > :from)"
            + " and (cast(:to as date) is null or valid_from < cast(:to as date))";

    static void replace(JdbcClient jdbc, Place place, Span span, Instant now) {
        String table = "registry." + place.table();
        String column = place.column();
        String overlapping = OVERLAPPING.replace("COLUMN", column);
        String copy = "insert into " + table + " (household, person, village, " + column
                + ", content, source, known_from, valid_from, valid_to)"
                + " select household, person, village, " + column + ", content, source, cast(:now as timestamptz), ";
        String before =
                copy + "valid_from, cast(:from as date) from " + table + overlapping + " and valid_from < :from";
        String after = copy + "cast(:to as date), valid_to from " + table + overlapping
                + " and cast(:to as date) is not null and (valid_to is null or valid_to > cast(:to as date))";
        // one statement: both parts are cut from the rows as they were, while the rows are closed
        String close = "update " + table + " set known_to = :now" + overlapping;
        bind(jdbc.sql("with left_over as (" + before + "), right_over as (" + after + ") " + close), place, span, now);
    }

    private static void bind(JdbcClient.StatementSpec statement, Place place, Span span, Instant now) {
        statement
                .param("household", place.household())
                .param("person", place.person())
                .param("value", place.value())
                .param("from", span.from())
                .param("to", span.to())
                .param("now", Times.sql(now))
                .update();
    }
}
