package org.doudi.server.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.doudi.server.OwnDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The day that the demonstration is on. */
@SpringBootTest
@ContextConfiguration(initializers = OwnDatabase.class)
class TodayTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T04:00:00Z"), Today.ZONE);

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("2.4-3 a moved day is the day after a restart too, and goes on with the calendar")
    void kept() {
        KeptShift table = new KeptShift.InTable(jdbc);
        long before = table.days().orElseThrow();
        LocalDate start = LocalDate.now(CLOCK).plusDays(before);
        try {
            Today today = new Today(CLOCK, start, table);
            assertThat(today.date()).isEqualTo(start);
            today.forward(7);
            assertThat(new Today(CLOCK, start, table).date()).isEqualTo(start.plusDays(7));
            assertThat(new Today(Clock.offset(CLOCK, Duration.ofDays(2)), start, table).date())
                    .isEqualTo(start.plusDays(9));
            assertThat(new Today(CLOCK, start.plusDays(30), table).date()).isEqualTo(start.plusDays(30));
        } finally {
            table.keep(before);
        }
    }

    @Test
    @DisplayName("2.4-3 the calendar's day cannot be moved")
    void calendar() {
        Today today = new Today(CLOCK, null, new KeptShift.Nowhere());
        assertThat(today.date()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThatThrownBy(() -> today.forward(1)).isInstanceOf(IllegalStateException.class);
    }
}
