package org.doudi.server.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.doudi.server.shell.Budget;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How much of the public pages one address gets. */
class BudgetTest {
    @Test
    @DisplayName("an address that asked for its pages of a minute gets no more, another one does")
    void spent() {
        Budget budget = new Budget(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), Duration.ofMinutes(1), 2);
        assertThat(budget.takes("a")).isTrue();
        assertThat(budget.takes("a")).isTrue();
        assertThat(budget.takes("a")).isFalse();
        assertThat(budget.takes("b")).isTrue();
    }
}
