package org.doudi.server.benefits.store;

import java.time.LocalDate;
import org.doudi.server.benefits.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a run is that is one transaction, seen from outside of it. */
@Repository
public class WorkStore {
    private final JdbcClient jdbc;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The process of the database that this transaction works in. */
    public long process() {
        return jdbc.sql("select pg_backend_pid()").query(Long.class).single();
    }

    /** Breaks off what a process of the database does now. */
    public void breakOff(long process) {
        jdbc.sql("select pg_cancel_backend(?)")
                .param((int) process)
                .query(Boolean.class)
                .single();
    }

    /** The last number that was given to a line. */
    public long lines() {
        return jdbc.sql("select last_value from benefits.line_id_seq")
                .query(Long.class)
                .single();
    }

    /** The last number that was given to a transfer. */
    public long transfers() {
        return jdbc.sql("select last_value from benefits.transfer_id_seq")
                .query(Long.class)
                .single();
    }

    /** About how many lines a month of a county will have. */
    public long owed(String county, LocalDate month) {
        return jdbc.sql("select count(*) from benefits.award where known_to is null and valid_from <= :month"
                        + " and (valid_to is null or valid_to > :month) and village >= :from and village <= :to")
                .param("month", month)
                .param("from", county + "000000")
                .param("to", county + "999999")
                .query(Long.class)
                .single();
    }

    /** How many lines of a run are to be paid. */
    public long toPay(Run run) {
        return jdbc.sql("select count(*) from benefits.line where run = ? and state = 'TO_PAY'")
                .param(run.id())
                .query(Long.class)
                .single();
    }
}
