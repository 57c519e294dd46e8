package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A full month in a real browser, each role at its own desk. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class MonthInBrowserTest extends Treasury {
    private static final LocalDate JUNE = LocalDate.of(2017, 6, 1);
    private static final LocalDate JULY = LocalDate.of(2017, 7, 1);
    private static final int DESK = 1366;
    private static final int PHONE = 390;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private NewAccount person(Role role, String area) {
        return people.create("m-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(area));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void press(Page page, String text) {
        page.locator("main button", text(text)).first().click();
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    /** An award that was taken over from the roll: no change of awards tells why it is there. */
    private long takenOver() {
        long household = household();
        long payee = payee(household);
        sql(() -> jdbc.sql(
                        "insert into benefits.award (village, household, payee, benefit, fen, valid_from, known_from,"
                                + " reason, source) select village, id, ?, 'DIBAO', 20000, ?, ?, 'OPENING', 'roll'"
                                + " from registry.household where id = ?")
                .params(payee, JUNE, today.now().atOffset(ZoneOffset.UTC), household)
                .update());
        return household;
    }

    /** June is paid; in July one gets more, one is new, one lost the award without a word, and one has no account. */
    private long june() {
        long more = household();
        grant(more, Aid.DIBAO, 30_000, JUNE, null);
        account(more);
        long silent = takenOver();
        account(silent);
        long without = household();
        grant(without, Aid.DIBAO, 15_000, JUNE, null);
        deposit(65_000);
        released(JUNE);
        grant(more, Aid.DIBAO, 35_000, JULY, null);
        grant(household(), Aid.DIBAO, 10_000, JULY, null);
        sql(() -> jdbc.sql("update benefits.award set known_to = ? where household = ?")
                .params(today.now().atOffset(ZoneOffset.UTC), silent)
                .update());
        return without;
    }

    @Test
    @DisplayName(
            "2.1-1 3.3-1 a month by its roles: tried, made, looked at, too little money, paid in, set aside once, released")
    void month() {
        long without = june();
        try (Browser browser = new Browser(port)) {
            Page officer = browser.signIn(person(Role.COUNTY_OFFICER, COUNTY), DESK);
            Page approver = browser.signIn(person(Role.COUNTY_APPROVER, COUNTY), DESK);
            Page finance = browser.signIn(person(Role.FINANCE_OFFICER, COUNTY), DESK);
            String run = made(browser, officer);
            checked(browser, approver, run);
            funded(browser, finance, run);
            press(finance, "放款");
            assertThat(finance.locator("h1 ~ .tags")).containsText("等银行回执");
            noBarriers(finance);
            finance.locator("#lines").scrollIntoViewIfNeeded();
            finance.locator("table a[href*='/lines/']").first().click();
            assertThat(finance.locator("main")).containsText("这个月为什么是这个数");
            assertThat(finance.locator("main")).not().containsText("看这一户");
            watched(browser, run);
            accounts(browser, without);
            refusals(browser, officer, run);
            officer.setViewportSize(PHONE, 900);
            officer.navigate(browser.address(run));
            officer.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat((Integer) officer.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
            browser.keep(officer, "run-phone");
            noBarriers(officer);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private String made(Browser browser, Page officer) {
        officer.navigate(browser.address("/runs"));
        noBarriers(officer);
        press(officer, "只试算");
        assertThat(officer.locator("main")).containsText("试算，不发钱");
        assertThat(officer.locator("main")).containsText("600.00");
        browser.keep(officer, "run-dry");
        noBarriers(officer);
        assertThat(as(Role.COUNTY_OFFICER, () -> runs.all(0, 10)))
                .as("a dry run leaves nothing")
                .hasSize(1);
        officer.navigate(browser.address("/runs"));
        press(officer, "冻结并计算");
        officer.waitForURL("**/runs/*");
        assertThat(officer.locator("svg.dd-chart rect")).hasCount(3);
        browser.keep(officer, "run-computed");
        noBarriers(officer);
        return officer.url().substring(browser.address("").length());
    }

    private void checked(Browser browser, Page approver, String run) {
        approver.navigate(browser.address(run));
        press(approver, "审核通过");
        assertThat(approver.locator("#problems")).containsText("还有变化没有说明");
        approver.locator(".looks input[name=reason]").fill("人已经去世，家里交来火化证明");
        press(approver, "认可");
        assertThat(approver.locator(".sums")).containsText("变化没有说明");
        press(approver, "审核通过");
        assertThat(approver.locator("h1 ~ .tags")).containsText("待备款");
    }

    private void funded(Browser browser, Page finance, String run) {
        finance.navigate(browser.address(run));
        press(finance, "备款");
        assertThat(finance.locator("#problems")).containsText("还差 450.00 元");
        browser.keep(finance, "run-not-enough");
        noBarriers(finance);
        finance.navigate(browser.address("/ledger"));
        finance.locator("#yuan").fill("一千");
        finance.locator("#dwords").fill("县财社〔2017〕12 号");
        press(finance, "记账");
        assertThat(finance.locator("#problems")).containsText("金额");
        finance.locator("#yuan").fill("1000");
        finance.locator("#dwords").fill("县财社〔2017〕12 号");
        press(finance, "记账");
        assertThat(finance.locator("main")).containsText("合计为零");
        browser.keep(finance, "ledger");
        noBarriers(finance);
        Page second = finance.context().newPage();
        second.navigate(browser.address(run));
        finance.navigate(browser.address(run));
        press(finance, "备款");
        assertThat(finance.locator("h1 ~ .tags")).containsText("待放款");
        press(second, "备款");
        assertThat(second.locator("#problems")).containsText("现在不能办这一步");
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY)).get(Ledger.Account.POOL))
                .as("set aside once")
                .isEqualTo(55_000);
        second.close();
    }

    private void watched(Browser browser, String run) {
        Page supervisor = browser.signIn(person(Role.CITY_SUPERVISOR, "2109"), DESK);
        supervisor.navigate(browser.address("/runs"));
        assertThat(supervisor.locator("main")).containsText("2017-07");
        noBarriers(supervisor);
        assertThat(supervisor.navigate(browser.address(run)).status()).isEqualTo(404);
        supervisor.context().close();
    }

    private static void refusals(Browser browser, Page officer, String run) {
        Map<String, Integer> answers = Map.of(
                "/runs?page=-5",
                200,
                "/runs?page=2147483647",
                200,
                "/runs/999999",
                404,
                "/runs/abc",
                400,
                run + "?show=EVERYTHING",
                400,
                run + "?q=%25",
                200,
                run + "/lines/999999",
                404,
                "/households/999999/pay",
                404,
                "/households/999999/money",
                404,
                "/ledger?page=-1",
                200);
        answers.forEach((address, status) -> assertThat(
                        officer.request().get(browser.address(address)).status())
                .as(address)
                .isEqualTo(status));
    }

    private void accounts(Browser browser, long without) {
        Page clerk = browser.signIn(person(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP), DESK);
        browser.look(clerk, without);
        assertThat(clerk.locator(".standing")).containsText("没发：没有账户");
        browser.look(clerk, "/households/" + without + "/pay");
        String holder = clerk.locator("#person option[selected]").innerText();
        propose(clerk, holder, "6228480000000000001");
        assertThat(clerk.locator("#problems")).containsText("账号不对");
        propose(clerk, "别的人", luhn("622848009900000001"));
        assertThat(clerk.locator("#problems")).containsText("户名和本人不一致");
        noBarriers(clerk);
        propose(clerk, holder, luhn("622848009900000001"));
        assertThat(clerk.locator("main")).containsText("待同意");
        Page reviewer = browser.signIn(person(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP), DESK);
        browser.look(reviewer, "/households/" + without + "/pay");
        press(reviewer, "同意启用");
        assertThat(reviewer.locator("main")).containsText("在用");
        reviewer.locator("#words").fill("没有按期复核");
        press(reviewer, "暂停");
        assertThat(reviewer.locator("main")).containsText("没发：暂停发放");
        browser.keep(reviewer, "household-money");
        noBarriers(reviewer);
        reviewer.locator("input[id^=lift]").fill("复核做完了");
        press(reviewer, "恢复发放");
        assertThat(reviewer.locator("main")).not().containsText("没发：暂停发放");
    }

    private static void propose(Page clerk, String holder, String number) {
        clerk.locator("#holder").fill(holder);
        clerk.locator("#bank").fill("402211000018");
        clerk.locator("#number").fill(number);
        press(clerk, "报请启用");
    }
}
