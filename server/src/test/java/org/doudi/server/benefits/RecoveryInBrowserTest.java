package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.web.Yuan;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A job that became known late, in a real browser: looked at again, found, told, answered, taken in instalments. */
class RecoveryInBrowserTest extends MoneyPages {
    private static final LocalDate APRIL = LocalDate.of(2017, 4, 1);

    @Autowired
    private Repayments repayments;

    @Autowired
    private Journal journal;

    @Test
    @DisplayName(
            "2.1-1 a job known late, by its roles: looked at again, agreed, told, answered, a little waived, the rest in instalments")
    void jobKnownLate() throws IOException {
        long household = needy(APRIL);
        long before = assess(household, APRIL).monthlyFen();
        grant(household, Aid.DIBAO, before, APRIL, null);
        account(household);
        deposit(100_000_000);
        released(APRIL);
        released(APRIL.plusMonths(1));
        released(APRIL.plusMonths(2));
        earns(household, APRIL.plusMonths(1), 200_000);
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
            assertThat(officer.locator(".made-of").first()).containsText("低保基本");
            browser.keep(officer, "pay-parts");
            noBarriers(officer);
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
            byte[] letter = officer.request()
                    .get(browser.address(recovery + "/notice.pdf"))
                    .body();
            Files.write(Path.of("target", "screenshots", "recovery-notice.pdf"), letter);
            try (PDDocument document = Loader.loadPDF(letter)) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains("多发救助金告知书", "税务比对：5月起有工资", "1.2-3动态管理", "六十日内申请行政复议", "2017年7月5日")
                        .contains(Yuan.of(much))
                        .doesNotContain("#", "??");
            }

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
            long back = 300;
            paidBack(browser, household, back);
            approver.navigate(browser.address(recovery));
            assertThat(approver.locator("main")).containsText("SJ-2017-0001");
            browser.keep(approver, "recovery-paid-back");
            approver.locator("#waive-yuan").fill(Yuan.of(much - 100 - instalment - back));
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

    private static void enter(Page finance, Recovery r, String yuan, String receipt) {
        finance.locator("#recovery").fill(Long.toString(r.id()));
        finance.locator("#yuan").fill(yuan);
        finance.locator("#receipt").fill(receipt);
        press(finance, "登记，等人记账");
    }

    private Recovery recovery(long household) {
        return as(Role.COUNTY_OFFICER, () -> recoveries.of(household)).get(0);
    }

    private static void refused(Cause cause, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    /** Finance enters a receipt of what the family paid back, another books it, and nothing of it works twice. */
    private void paidBack(Browser browser, long household, long back) {
        Recovery before = recovery(household);
        Map<Ledger.Account, Long> pool = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        Page one = desk(browser, Role.FINANCE_OFFICER);
        one.navigate(browser.address("/repayments"));
        noBarriers(one);
        enter(one, before, Yuan.of(before.leftFen() + 1), "SJ-2017-0001");
        assertThat(one.locator("#problems")).containsText("金额不对");
        assertThat(one.locator("#receipt")).hasValue("SJ-2017-0001");
        enter(one, before, Yuan.of(back), "收据");
        assertThat(one.locator("#problems")).containsText("收据号不对");
        enter(one, before, Yuan.of(back), "sj-2017-0001");
        assertThat(one.locator("main")).containsText("您登记的，要另一个人记账");
        enter(one, before, Yuan.of(back), "SJ-2017-0001");
        assertThat(one.locator("#problems")).containsText("这个收据号已经登记过");
        browser.keep(one, "repayment-doubled");
        noBarriers(one);
        assertThat(recovery(household).leftFen()).as("not booked yet").isEqualTo(before.leftFen());
        Page two = desk(browser, Role.FINANCE_OFFICER);
        two.navigate(browser.address("/repayments"));
        browser.keep(two, "repayments");
        press(two, "和收据一致，记账");
        assertThat(two.locator("main")).containsText("已记账");
        Recovery after = recovery(household);
        assertThat(after.leftFen()).isEqualTo(before.leftFen() - back);
        Map<Ledger.Account, Long> now = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        assertThat(now.get(Ledger.Account.POOL)).isEqualTo(pool.getOrDefault(Ledger.Account.POOL, 0L) + back);
        assertThat(now.get(Ledger.Account.PAID_DIBAO))
                .isEqualTo(pool.getOrDefault(Ledger.Account.PAID_DIBAO, 0L) - back);
        assertThat(as(Role.FINANCE_OFFICER, () -> journal.proof(COUNTY)).isSound())
                .isTrue();

        Repayment booked =
                as(Role.FINANCE_OFFICER, () -> repayments.of(before.id())).get(0);
        refused(
                Cause.OVERTAKEN,
                () -> as(Role.FINANCE_OFFICER, () -> {
                    repayments.book(booked.id());
                    return back;
                }));
        Repayments.Receipt whole =
                new Repayments.Receipt(Repayment.Way.TRANSFER, after.leftFen(), today.date(), "SJ-2017-0002");
        refused(Cause.NOT_NOW, () -> entered(Role.COUNTY_APPROVER, before.id(), whole));
        entered(Role.FINANCE_OFFICER, before.id(), whole);
        refused(
                Cause.AMOUNT,
                () -> entered(
                        Role.FINANCE_OFFICER,
                        before.id(),
                        new Repayments.Receipt(Repayment.Way.CASH, 1, today.date(), "SJ-2017-0003")));
        refused(
                Cause.RECEIPT_DAY,
                () -> entered(
                        Role.FINANCE_OFFICER,
                        before.id(),
                        new Repayments.Receipt(
                                Repayment.Way.CASH, 1, today.date().plusDays(1), "SJ-2017-0003")));
        long waits = as(Role.FINANCE_OFFICER, () -> repayments.of(before.id()))
                .get(1)
                .id();
        refused(
                Cause.FOUR_EYES,
                () -> as(Role.FINANCE_OFFICER, () -> {
                    repayments.book(waits);
                    return back;
                }));
        two.navigate(browser.address("/repayments"));
        two.locator("[name=words]").first().fill("不是这一户的");
        press(two, "退回");
        assertThat(two.locator("main")).containsText("不是这一户的");
        assertThat(recovery(household).leftFen()).isEqualTo(after.leftFen());
    }

    private void entered(Role role, long recovery, Repayments.Receipt receipt) {
        as(role, () -> {
            repayments.enter(recovery, receipt);
            return recovery;
        });
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
