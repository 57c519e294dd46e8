package org.doudi.server.shell;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By how many days the demonstration's day is away from the calendar's, kept over a restart. */
interface KeptShift {
    /** What was kept. */
    OptionalLong days();

    /** Keeps it instead. */
    void keep(long days);

    /** In the table. */
    record InTable(JdbcClient jdbc) implements KeptShift {
        @Override
        public OptionalLong days() {
            return jdbc.sql("select days from platform.demo_day").query(Long.class).list().stream()
                    .mapToLong(Long::longValue)
                    .findFirst();
        }

        @Override
        public void keep(long days) {
            jdbc.sql(
                            "insert into platform.demo_day (days) values (?) on conflict (only_one) do update set days = excluded.days")
                    .param(days)
                    .update();
        }
    }

    /** Where the day cannot be moved. */
    record Nowhere() implements KeptShift {
        @Override
        public OptionalLong days() {
            return OptionalLong.empty();
        }

        @Override
        public void keep(long days) {
            throw new IllegalStateException("the calendar's day is not kept");
        }
    }
}
