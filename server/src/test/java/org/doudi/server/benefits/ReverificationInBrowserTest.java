package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Re-verification in a real browser, with the payment that is stopped and let go, on a database of its own whose day moves. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-reverification-pages")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class ReverificationInBrowserTest extends VerifyingTownship {
    private static final int DESK = 1366;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private NewAccount person(Role role, String area) {
        return people.create("r-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(area));
    }

    @Test
    @DisplayName(
            "2.4-4 in the browser: planned, visited, unchanged and closed; another missed, announced, told, stopped, verified, let go")
    void walk() throws SQLException {
        calendar.day();
        ruleFrom(today.date(), Category.A);
        long family = onRoll().stream()
                .filter(h -> open(h).category() != Category.C && of(h).size() == 1)
                .findFirst()
                .orElseThrow();
        ruleFrom(today.date(), open(family).category());
        long missed = untouched(Category.C);
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signIn(person(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP), DESK);
            Page assistant =
                    browser.signIn(person(Role.VILLAGE_ASSISTANT, open(family).village()), 390);
            Page reviewer = browser.signIn(person(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP), DESK);
            closed(browser, clerk, assistant, family);
            stopped(browser, clerk, missed);
            letGo(browser, reviewer, missed);
            drawn(browser, reviewer);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void closed(Browser browser, Page clerk, Page assistant, long family) {
        Reverification look = open(family);
        clerk.navigate(browser.address("/reverifications"));
        assertThat(clerk.locator("main")).containsText("工作计划");
        browser.keep(clerk, "reverification-plan");
        assertThat(Browser.barriers(clerk)).isEmpty();
        clerk.navigate(browser.address("/reverifications/" + look.id()));
        clerk.locator("#visitor").selectOption(new SelectOption().setIndex(1));
        clerk.locator("form[action$='/assign'] button").click();
        assertThat(Browser.barriers(clerk)).isEmpty();
        assistant.navigate(browser.address("/reverifications?show=PLANNED"));
        assistant.locator("a[href='/reverifications/" + look.id() + "']").click();
        assistant.locator("input[value=UNCHANGED]").check();
        assistant.locator("#evidence").fill("看了户口本和存折，都一样");
        browser.keep(assistant, "reverification-visit-phone");
        assertThat(Browser.barriers(assistant)).isEmpty();
        assistant.locator("form[action$='/visit'] button").click();
        assertThat(assistant.locator("main")).containsText("没有变化，系统办结");
        calendar.day();
        assertThat(open(family).baseOn()).isEqualTo(today.date());
        assertThat(open(family).stage()).isEqualTo(Stage.PLANNED);
    }

    private void stopped(Browser browser, Page clerk, long missed) {
        LocalDate due = open(missed).dueOn();
        today.forward((int) (due.toEpochDay() - today.date().toEpochDay()) - 31);
        calendar.day();
        assertThat(open(missed).told().announcedOn()).as("too early").isNull();
        today.forward(1);
        calendar.day();
        assertThat(open(missed).told().announcedOn()).isEqualTo(today.date());
        clerk.navigate(browser.address("/cases"));
        clerk.locator("a[href^='/reverifications?show=TO_TELL']").click();
        clerk.locator("a[href='/reverifications/" + open(missed).id() + "']").click();
        clerk.locator("#receivedBy").fill("本人");
        clerk.locator("form[action$='/deliver'] button").click();
        assertThat(clerk.locator("main")).containsText("本人 · 当面");
        clerk.navigate(browser.address("/reverifications/" + open(missed).id() + "/letter"));
        assertThat(clerk.locator("main")).containsText("定期复核告知书");
        assertThat(Browser.barriers(clerk)).isEmpty();

        today.forward(45);
        assertThat(calendar.day().stopped()).as("the days of grace").isZero();
        grant(missed, Aid.DIBAO, assess(missed).monthlyFen(), next(), null);
        account(missed);
        deposit(10_000_000);
        today.forward(1);
        assertThat(calendar.day().stopped()).as("only who was told").isEqualTo(1);
        assertThat(calendar.day().stopped()).as("once").isZero();
        clerk.navigate(browser.address("/reverifications?show=HELD"));
        assertThat(clerk.locator("main")).containsText("停发");
        clerk.locator("a[href='/reverifications/" + open(missed).id() + "']").click();
        assertThat(clerk.locator("main")).containsText("没有按期复核，停发");
        assertThat(Browser.barriers(clerk)).isEmpty();
        draft(next());
        assertThat(lines(missed, next())).singleElement().asString().contains(" HELD ");
    }

    private LocalDate next() {
        return today.date().withDayOfMonth(1).plusMonths(1);
    }

    private void letGo(Browser browser, Page reviewer, long missed) {
        visit(missed, Finding.UNCHANGED, null);
        assertThat(open(missed).stage()).isEqualTo(Stage.TO_CONFIRM);
        reviewer.navigate(browser.address("/reverifications/" + open(missed).id()));
        assertThat(reviewer.locator("main")).containsText("为什么要人看");
        assertThat(Browser.barriers(reviewer)).isEmpty();
        reviewer.locator("#w1").fill("入户看过，没有变化");
        reviewer.locator("form[action$='/confirm'] button").click();
        assertThat(reviewer.locator("main")).containsText("恢复发放");
        assertThat(lines(missed, next())).singleElement().asString().contains(" TO_PAY ");
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(missed))).hasSize(1);
        reviewer.navigate(browser.address("/reverifications?show=DONE"));
        assertThat(reviewer.locator("main")).containsText("人确认不变");
    }

    private void drawn(Browser browser, Page reviewer) {
        reviewer.navigate(browser.address("/samples"));
        assertThat(Browser.barriers(reviewer)).isEmpty();
        reviewer.locator("#size").fill("2");
        reviewer.locator("form[action='/samples'] button").click();
        assertThat(reviewer.locator("main")).containsText("重抽一致");
        browser.keep(reviewer, "sample");
        assertThat(Browser.barriers(reviewer)).isEmpty();
    }
}
