package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two-timed tables, and what a row of each says beside its times. */
enum Rows {
    MEMBERSHIP("membership", "household, person, village, number, place, relation"),
    FACT("fact", "household, person, village, kind, content, source"),
    ROLL_ENTRY("roll_entry", "roll, household, person, village, content, source"),
    RESIDENCE("residence", "household, village, lived_in, address"),
    KINSHIP("kinship", "household, person, relative, village, relation");

    private final String table;
    private final String columns;

    Rows(String table, String columns) {
        this.table = "registry." + table;
        this.columns = columns;
    }

    /** Ends what holds on a day or later; until that day it goes on to hold. */
    void end(JdbcClient jdbc, String whose, Iterable<?> parameters, LocalDate on, Instant now) {
        String still = " where " + whose + " and known_to is null and (valid_to is null or valid_to > :on)";
        String until = "insert into " + table + " (" + columns + ", valid_from, valid_to, known_from) select " + columns
                + ", valid_from, cast(:on as date), cast(:now as timestamptz) from " + table + still
                + " and valid_from < :on";
        JdbcClient.StatementSpec statement =
                jdbc.sql("with until as (" + until + ") update " + table + " set known_to = :now" + still);
        int place = 0;
        for (Object parameter : parameters) {
            statement = statement.param("p" + place++, parameter);
        }
        statement.param("on", on).param("now", Times.sql(now)).update();
    }

    /** Takes back what was written at a moment of a household, and knows again what was closed then. */
    void takeBack(JdbcClient jdbc, long household, Instant written, Instant now) {
        String again = "insert into " + table + " (" + columns + ", valid_from, valid_to, known_from) select " + columns
                + ", valid_from, valid_to, cast(:now as timestamptz) from " + table
                + " where household = :household and known_to = :written";
        jdbc.sql("with again as (" + again + ") update " + table
                        + " set known_to = :now where household = :household and known_from = :written"
                        + " and known_to is null")
                .param("household", household)
                .param("written", Times.sql(written))
                .param("now", Times.sql(now))
                .update();
    }

    /** Whether a moment left something in the table for a household. */
    boolean writtenAt(JdbcClient jdbc, long household, Instant moment) {
        return jdbc.sql("select exists (select from " + table + " where household = :household"
                        + " and (known_from = :moment or known_to = :moment))")
                .param("household", household)
                .param("moment", Times.sql(moment))
                .query(Boolean.class)
                .single();
    }

    /** Whether anything became known of a household after a moment. */
    boolean knownAfter(JdbcClient jdbc, long household, Instant moment) {
        return jdbc.sql("select exists (select from " + table + " where household = :household"
                        + " and (known_from > :moment or known_to > :moment))")
                .param("household", household)
                .param("moment", Times.sql(moment))
                .query(Boolean.class)
                .single();
    }
}
