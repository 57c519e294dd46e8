package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A month that takes long: seen, stopped, begun again. */
class RunWorkTest extends MoneyPages {
    private static final LocalDate MONTH = LocalDate.of(2019, 1, 1);
    private static final int PATIENCE = 60_000;

    @Autowired
    private RunWork work;

    private List<Long> kept() {
        return sql(() -> List.of(
                jdbc.sql("select count(*) from benefits.run where month = ?")
                        .param(MONTH)
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from benefits.line where month = ?")
                        .param(MONTH)
                        .query(Long.class)
                        .single(),
                jdbc.sql("select count(*) from benefits.command")
                        .query(Long.class)
                        .single()));
    }

    @Test
    @DisplayName(
            "2.1-1 a month that is being computed shows how far it is; stopped, nothing of it is there, and it is begun again")
    void stopped() throws InterruptedException {
        long family = household();
        grant(family, Aid.DIBAO, 12_345, MONTH, MONTH.plusMonths(1));
        List<Long> before = kept();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        // somebody holds the county's books, so that the month waits in the middle
        Thread books = new Thread(() -> as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> {
                    ledger.lock(COUNTY);
                    held.countDown();
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return COUNTY;
                })));
        books.start();
        held.await();
        try (Browser browser = new Browser(port)) {
            Page officer = desk(browser, Role.COUNTY_OFFICER);
            officer.setDefaultTimeout(PATIENCE);
            officer.navigate(browser.address("/runs"));
            officer.locator("#month").fill("2019-01");
            press(officer, "冻结并计算");
            officer.waitForURL("**/runs/under-way");
            assertThat(officer.locator("main")).containsText("2019-01 冻结并计算");
            assertThat(officer.locator("#progress .num").first()).not().containsText("/ 0 ");
            browser.keep(officer, "run-work");
            noBarriers(officer);
            assertThatThrownBy(() ->
                            as(Role.COUNTY_OFFICER, () -> work.compute(MONTH, key(), () -> runs.draft(MONTH, key()))))
                    .isInstanceOfSatisfying(
                            RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.COMPUTING));
            Page finance = desk(browser, Role.FINANCE_OFFICER);
            finance.navigate(browser.address("/runs/under-way"));
            assertThat(finance.locator("main button")).hasCount(0);

            press(officer, "停下，什么都不留");
            assertThat(officer.locator("main"))
                    .containsText("什么都没有写", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
            browser.keep(officer, "run-work-stopped");
            noBarriers(officer);
            assertThat(kept()).isEqualTo(before);

            over.countDown();
            books.join();
            follow(officer, "回去重新开始");
            officer.locator("#month").fill("2019-01");
            press(officer, "冻结并计算");
            officer.waitForURL(Pattern.compile(".*/runs/\\d+"));
            assertThat(lines(family, MONTH)).containsExactly("NEW TO_PAY 12345 0 0");
            assertThat(browser.complaints()).isEmpty();
        } finally {
            over.countDown();
        }
    }
}
