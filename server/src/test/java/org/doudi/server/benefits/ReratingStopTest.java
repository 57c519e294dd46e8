package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.doudi.server.benefits.Rerating.State;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A county's rerating that somebody stops goes on from where it was. */
class ReratingStopTest extends Treasury {
    private static final LocalDate JULY = LocalDate.of(2017, 7, 1);

    @Autowired
    private ReratingWork work;

    private Rerating now(Rerating r) {
        return as(Role.COUNTY_OFFICER, () -> reratings.get(r.id()));
    }

    private void over(Rerating r) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !work.isRunning(r.id()));
    }

    @Test
    @DisplayName("2.3-2 a re-rating that is stopped keeps what it found, looks at nobody more, and goes on from there")
    void stopped() throws InterruptedException {
        grant(household(), Aid.DIBAO, 10_000, JULY, JULY.plusMonths(1));
        Rerating begun = as(Role.COUNTY_OFFICER, () -> reratings.begin(JULY, "县民发〔2017〕8 号"));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        // the first households are being looked at when somebody stops it
        Thread holder = new Thread(() -> sql(() -> {
            jdbc.sql("select id from benefits.rerating where id = ? for update")
                    .param(begun.id())
                    .query(Long.class)
                    .single();
            held.countDown();
            try {
                let.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return begun;
        }));
        holder.start();
        held.await();
        as(Role.COUNTY_OFFICER, () -> {
            work.goOn(begun.id());
            work.stop(begun.id());
            return begun;
        });
        let.countDown();
        holder.join();
        over(begun);
        Rerating stopped = now(begun);
        assertThat(stopped.state()).isEqualTo(State.COMPUTING);
        int found = stopped.lookedAt();
        as(Role.COUNTY_OFFICER, () -> {
            work.goOn(begun.id());
            return begun;
        });
        over(begun);
        assertThat(now(begun).state()).isEqualTo(State.PROPOSED);
        assertThat(now(begun).lookedAt()).isGreaterThanOrEqualTo(Math.max(1, found));
    }

    @Test
    @DisplayName("2.3-2 next month is the last that is rated again; a later one is told apart from one that is none")
    void months() {
        LocalDate next = today.date().withDayOfMonth(1).plusMonths(1);
        for (var wrong : Map.of(
                        next.plusMonths(1), Cause.MONTH_TOO_LATE,
                        next.minusMonths(61), Cause.NOT_A_MONTH,
                        next.plusDays(1), Cause.NOT_A_MONTH)
                .entrySet()) {
            assertThatThrownBy(() -> as(Role.COUNTY_OFFICER, () -> reratings.begin(wrong.getKey(), "县民发〔2017〕8 号")))
                    .as(wrong.getKey().toString())
                    .isInstanceOfSatisfying(
                            RunRefused.class, e -> assertThat(e.why()).isEqualTo(wrong.getValue()));
        }
    }
}
