package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.policy.IncomeItem;
import org.doudi.server.benefits.web.Yuan;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that became known late, in a real browser: looked at again, found, told, answered, taken in instalments. */
class RecoveryInBrowserTest extends MoneyPages {
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 1);

    @Autowired
    private Facts facts;

    /** Somebody of the household earns since May, which the tax office tells in June. */
    private void works(long household) {
        HouseholdView view = as(Role.COUNTY_OFFICER, () -> households.get(household));
        as(Role.COUNTY_OFFICER, () -> {
            facts.record(
                    FactChange.of(
                            household,
                            new FactContent.Income(List.of(new FactContent.IncomeLine(
                                    view.members().get(0).number(),
                                    IncomeItem.WAGE,
                                    200_000L * view.members().size()))),
                            APRIL.plusMonths(1),
                            "税务"),
                    "比对");
            return household;
        });
    }

    @Test
    @DisplayName(
            "2.1-1 a job known late, by its roles: looked at again, agreed, told, answered, a little waived, the rest in instalments")
    void jobKnownLate() {
        long household = needy(APRIL);
        long before = assess(household, APRIL).monthlyFen();
        grant(household, Aid.DIBAO, before, APRIL, null);
        account(household);
        deposit(100_000_000);
        released(APRIL);
        released(APRIL.plusMonths(1));
        released(APRIL.plusMonths(2));
        works(household);
        long after = assess(household, APRIL.plusMonths(1)).monthlyFen();
        long much = 2 * (before - after);
        String pay = "/households/" + household + "/pay";
        try (Browser browser = new Browser(port)) {
            Page officer = desk(browser, Role.COUNTY_OFFICER);
            Page approver = desk(browser, Role.COUNTY_APPROVER);
            Page clerk = desk(browser, Role.TOWNSHIP_CLERK);
            browser.look(officer, pay);
            noBarriers(officer);
            officer.locator("#rr-from").fill("2017-05");
            officer.locator("#rr-source").fill("税务比对：5 月起有工资");
            press(officer, "试算");
            officer.waitForURL("**/reratings/*");
            noBarriers(officer);
            String rerating = officer.url().substring(browser.address("").length());
            assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(household))
                            .get(0)
                            .fen())
                    .as("nothing follows before a second person agrees")
                    .isEqualTo(before);
            approver.navigate(browser.address(rerating));
            press(approver, "照这样改");
            assertThat(approver.locator("main")).containsText("已照改");
            released(APRIL.plusMonths(3));

            officer.navigate(browser.address(pay));
            follow(officer, "多发 " + Yuan.of(much));
            assertThat(officer.locator("h1")).containsText("收回多发的钱");
            assertThat(officer.locator("main")).containsText("2017-05");
            assertThat(officer.locator("main")).containsText("税务比对：5 月起有工资");
            String recovery = officer.url().substring(browser.address("").length());
            assertThat(officer.request()
                            .get(browser.address(recovery + "/notice"))
                            .status())
                    .as("no paper before notice")
                    .isEqualTo(404);
            press(officer, "记下已告知");
            assertThat(officer.locator("main")).containsText("2017-07-05");
            follow(officer, "打印告知书");
            assertThat(officer.locator("main")).containsText("多发救助金告知书");
            noBarriers(officer);
            browser.keep(officer, "recovery-notice");

            approver.navigate(browser.address(recovery));
            assertThat(approver.locator("main button")).hasCount(0);
            browser.look(clerk, pay);
            follow(clerk, "多发 ");
            clerk.locator("#answer-words").fill("在县城打了两个月工，不知道要报");
            press(clerk, "记下答复");
            assertThat(clerk.locator("main button")).hasCount(0);
            decided(browser, approver, recovery);

            released(APRIL.plusMonths(4));
            long instalment = Math.min(1_000, after);
            assertThat(instalment).isPositive();
            approver.navigate(browser.address(recovery));
            assertThat(approver.locator("main")).containsText("2017-08");
            assertThat(approver.locator("main")).containsText(Yuan.of(much - 100 - instalment));
            browser.keep(approver, "recovery");
            noBarriers(approver);
            onPhone(browser, approver, "recovery-phone");
            approver.locator("#waive-yuan").fill(Yuan.of(much - 100 - instalment));
            approver.locator("#waive-words").fill("家里有人重病，县里集体研究过");
            press(approver, "不再要");
            assertThat(approver.locator("h1 ~ .tags")).containsText("已完");
            assertThat(approver.locator("main")).containsText("没有还差的了");
            approver.navigate(browser.address("/recoveries?show=DONE"));
            assertThat(approver.locator("main table"))
                    .containsText(as(Role.COUNTY_OFFICER, () -> households.get(household))
                            .number());
            noBarriers(approver);
            guarded(browser, officer, recovery);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void decided(Browser browser, Page approver, String recovery) {
        approver.navigate(browser.address(recovery));
        assertThat(approver.locator("main")).containsText("在县城打了两个月工");
        Page second = approver.context().newPage();
        second.navigate(browser.address(recovery));
        approver.locator("#waive-yuan").fill("1");
        approver.locator("#waive-words").fill("去尾数");
        press(approver, "不再要");
        second.locator("#waive-yuan").fill("1");
        second.locator("#waive-words").fill("去尾数");
        press(second, "不再要");
        assertThat(second.locator("#problems")).containsText("别人刚改过");
        second.close();
        approver.locator("#agree-yuan").fill("零");
        approver.locator("#agree-words").fill("每月十元");
        press(approver, "每月扣回");
        assertThat(approver.locator("#problems")).containsText("金额不对");
        approver.locator("#agree-yuan").fill("10");
        approver.locator("#agree-words").fill("每月十元");
        press(approver, "每月扣回");
        assertThat(approver.locator("h1 ~ .tags")).containsText("每月扣回");
    }

    private void guarded(Browser browser, Page officer, String recovery) {
        Map.of("/recoveries/999999", 404, "/recoveries/abc", 400, "/recoveries?show=NONE", 400, recovery, 200)
                .forEach((address, status) -> assertThat(
                                officer.request().get(browser.address(address)).status())
                        .as(address)
                        .isEqualTo(status));
        Page finance = desk(browser, Role.FINANCE_OFFICER);
        for (String address : List.of("/recoveries", recovery, "/reratings")) {
            assertThat(finance.request().get(browser.address(address)).status())
                    .as(address)
                    .isEqualTo(404);
        }
    }
}
