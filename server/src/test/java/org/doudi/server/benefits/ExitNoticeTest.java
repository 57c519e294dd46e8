package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.doudi.server.ApartDatabase;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Dibao that goes on for a time only, to its end (clause 2.2-7). */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-moved-day")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class ExitNoticeTest extends Treasury {
    private static final int DESK = 1366;

    @Autowired
    private ExitNotices notices;

    @Autowired
    private RunViews views;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private LocalDate next(int months) {
        return today.date().withDayOfMonth(1).plusMonths(months);
    }

    private void exits(long household, LocalDate from, LocalDate until) {
        long payee = payee(household);
        as(Role.COUNTY_OFFICER, () -> {
            awards.grant(
                    new Whose(household, null, Aid.DIBAO),
                    payee,
                    Amount.of(30_000),
                    new Months(from, until),
                    Reason.GRADUAL_EXIT,
                    "case");
            return household;
        });
    }

    private List<ExitNotice> of(long household) {
        return as(Role.COUNTY_OFFICER, () -> notices.of(household));
    }

    private int announced() {
        return as(Role.COUNTY_OFFICER, notices::announce);
    }

    @Test
    @DisplayName(
            "2.2-7 told two months ahead, once, as the day moves; cut short or prolonged it is not told; after its end it is paid no"
                    + " more, and the line says why")
    void told() {
        LocalDate until = next(4);
        long family = household();
        exits(family, next(0), until);
        long prolonged = household();
        exits(prolonged, next(0), until);
        exits(prolonged, until, until.plusMonths(6));
        long cut = household();
        exits(cut, next(0), until.plusMonths(6));
        end(cut, Aid.DIBAO, until);
        assertThat(announced()).as("too early").isZero();
        while (today.date().plusMonths(2).isBefore(until)) {
            assertThat(of(family)).isEmpty();
            today.forward(1);
            announced();
        }
        assertThat(today.date().plusMonths(2)).isEqualTo(until);
        assertThat(of(family)).singleElement().satisfies(n -> {
            assertThat(n.endsOn()).isEqualTo(until);
            assertThat(n.announcedOn()).isEqualTo(today.date());
            assertThat(n.deliveredOn()).isNull();
        });
        assertThat(announced()).as("once").isZero();
        assertThat(of(prolonged)).isEmpty();
        assertThat(of(cut)).isEmpty();

        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(family)).get(0).until())
                .isEqualTo(until);
        deposit(1_000_000);
        released(until.minusMonths(1));
        Run last = draft(until);
        assertThat(as(Role.COUNTY_OFFICER, () -> views.moves(last)))
                .as("the office's day, not the machine's")
                .singleElement()
                .satisfies(m -> assertThat(m.on()).isEqualTo(today.date()));
        assertThat(lines(family, until)).containsExactly("STOPPED STOPPED 0 0 0");
        assertThat(sql(() -> jdbc.sql("select reason from benefits.line where household = ? and month = ?")
                        .params(family, until)
                        .query(String.class)
                        .single()))
                .isEqualTo("GRADUAL_EXIT");
        today.forward(62);
        try (Browser browser = new Browser(port)) {
            Page officer =
                    browser.signIn(people.create("x-officer", "王海燕", Role.COUNTY_OFFICER, new Area(COUNTY)), DESK);
            browser.look(officer, "/households/" + family + "/pay");
            assertThat(officer.locator(".standing")).containsText("原因：渐退");
        }
    }

    @Test
    @DisplayName("2.2-7 in the browser: it waits on the township's work list, the family is told, and its page says so")
    void desk() {
        long family = household();
        exits(family, next(0), next(1));
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signIn(
                    people.create("x-clerk", "王海燕", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP)), DESK);
            clerk.navigate(browser.address("/cases"));
            clerk.locator("a[href='/exits']").click();
            assertThat(clerk.locator("main")).containsText("起低保渐退停发");
            assertThat(Browser.barriers(clerk)).isEmpty();
            long id = of(family).get(0).id();
            clerk.locator("#by-" + id).fill("本人");
            browser.keep(clerk, "exits");
            clerk.locator("form[action='/exits/" + id + "/deliver'] button").click();
            browser.look(clerk, "/households/" + family + "/pay");
            assertThat(clerk.locator("main")).containsText("告知到户，本人，当面");
            assertThat(Browser.barriers(clerk)).isEmpty();
            clerk.navigate(browser.address("/exits/" + id + "/letter"));
            assertThat(clerk.locator("main")).containsText("低保渐退期满告知书");
            assertThat(Browser.barriers(clerk)).isEmpty();
            assertThatThrownBy(() -> as(Role.TOWNSHIP_CLERK, () -> {
                        notices.deliver(id, ExitNotice.Way.BY_POST, "本人");
                        return id;
                    }))
                    .isInstanceOfSatisfying(
                            RunRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.NOT_NOW));
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
