package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.benefits.Rerating.State;
import org.doudi.server.benefits.web.Yuan;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A new standard in a real browser: tried for everybody, looked at by township, let follow by a second person, the rest decided one by one. */
class ReratingInBrowserTest extends MoneyPages {
    private static final LocalDate MAY = LocalDate.of(2017, 5, 1);
    private static final int PATIENCE = 60_000;

    private static void computed(Page page) {
        assertThat(page.locator("main"))
                .containsText("算好，待审批", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private long fen(long household) {
        return as(Role.COUNTY_OFFICER, () -> awards.of(household)).get(0).fen();
    }

    @Test
    @DisplayName(
            "2.3-2 a new standard re-rates everybody: tried with progress, by township and code, then for real under four eyes, exceptions by a person")
    void everybody() {
        long raised = needy(MAY);
        long right = assess(raised, MAY).monthlyFen();
        grant(raised, Aid.DIBAO, right - 1_000, MAY, null);
        long lucky = needy(MAY);
        long less = assess(lucky, MAY).monthlyFen();
        grant(lucky, Aid.DIBAO, less + 7_000, MAY, null);
        long kept = needy(MAY);
        long same = assess(kept, MAY).monthlyFen();
        grant(kept, Aid.DIBAO, same + 9_000, MAY, null);
        try (Browser browser = new Browser(port)) {
            Page officer = desk(browser, Role.COUNTY_OFFICER);
            Page approver = desk(browser, Role.COUNTY_APPROVER);
            officer.navigate(browser.address("/runs"));
            follow(officer, "重新算");
            noBarriers(officer);
            officer.locator("#from").fill("2012-01");
            officer.locator("#source").fill("太早");
            press(officer, "试算");
            assertThat(officer.locator("#problems")).containsText("月份不对");
            officer.locator("#from").fill("2017-05");
            officer.locator("#source").fill("县民发〔2017〕8 号");
            press(officer, "试算");
            officer.waitForURL("**/reratings/*");
            computed(officer);
            String page = officer.url().substring(browser.address("").length());
            assertThat(officer.locator("main form")).hasCount(0);
            assertThat(fen(raised)).as("a dry run changes nothing").isEqualTo(right - 1_000);
            assertThat(officer.locator("svg.dd-chart rect").first()).isVisible();
            assertThat(officer.locator("main")).containsText("要人定");
            browser.keep(officer, "rerating");
            noBarriers(officer);
            onPhone(browser, officer, "rerating-phone");

            approver.navigate(browser.address(page));
            press(approver, "照这样改");
            assertThat(approver.locator("main")).containsText("已照改");
            assertThat(fen(raised)).isEqualTo(right);
            assertThat(fen(lucky)).isEqualTo(less + 7_000);
            decide(approver, lucky, Yuan.of(less), "");
            decide(approver, lucky, "-1", "核实过");
            assertThat(approver.locator("#problems")).containsText("金额不对");
            decide(approver, lucky, Yuan.of(less), "核实过，收入增加");
            assertThat(fen(lucky)).isEqualTo(less);
            decide(approver, kept, Yuan.of(same + 9_000), "在校生费用，维持");
            assertThat(fen(kept)).isEqualTo(same + 9_000);
            browser.keep(approver, "rerating-applied");
            noBarriers(approver);
            approver.navigate(browser.address(page + "?show=REFUSED"));
            assertThat(approver.locator("main")).containsText("在校生费用，维持");
            guarded(browser, officer);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void decide(Page approver, long household, String yuan, String why) {
        String number = as(Role.COUNTY_OFFICER, () -> households.get(household)).number();
        var row = approver.locator(".looks li", new Page.LocatorOptions().setHasText(number));
        row.locator("input[name=yuan]").fill(yuan);
        row.locator("input[name=why]").fill(why);
        row.locator("button").click();
    }

    private void guarded(Browser browser, Page officer) {
        Map.of("/reratings/999999", 404, "/reratings?page=-1", 200, "/reratings/1?show=NONE", 400)
                .forEach((address, status) -> assertThat(
                                officer.request().get(browser.address(address)).status())
                        .as(address)
                        .isEqualTo(status));
        Rerating begun = as(Role.COUNTY_OFFICER, () -> reratings.begin(MAY, "断过的"));
        assertThat(begun.state()).isEqualTo(State.COMPUTING);
        as(Role.COUNTY_OFFICER, () -> reratings.step(begun.id(), 1));
        officer.navigate(browser.address("/reratings/" + begun.id()));
        press(officer, "接着算");
        computed(officer);
        Rerating done = as(Role.COUNTY_OFFICER, () -> reratings.get(begun.id()));
        assertThat(done.lookedAt()).as("each household once").isEqualTo(begun.total());
    }
}
