package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The bank's file and what comes back of it, in a real browser, each role at its own desk. */
class BankInBrowserTest extends MoneyPages {
    private static final String HEAD = "reference,result,code,amount\n";

    private long family(LocalDate month, long fen) {
        long family = household();
        grant(family, Aid.DIBAO, fen, month, month.plusMonths(1));
        account(family);
        return family;
    }

    private String reference(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select t.reference from benefits.transfer t join benefits.line l on l.id = t.line"
                        + " where l.household = ? and l.month = ? order by t.attempt desc limit 1")
                .params(household, month)
                .query(String.class)
                .single());
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static void upload(Page page, String name, String text) {
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        press(page, "收下");
    }

    private static byte[] saved(Page page, String link) {
        Download download = page.waitForDownload(() -> follow(page, link));
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sm3(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    private List<String> exports() {
        return as(
                Role.AUDITOR,
                () -> transaction.execute(
                        t -> jdbc.sql("select what from audit.entry where act = 'EXPORTED' order by 1")
                                .query(String.class)
                                .list()));
    }

    @Test
    @DisplayName(
            "2.1-1 3.3-1 3.3-3 finance downloads the sealed file, takes in the bank's answers, reconciles and closes; the inspection reads its list")
    void bank() {
        LocalDate month = LocalDate.of(2016, 2, 1);
        long paid = family(month, 10_000);
        long rejected = family(month, 20_000);
        long trip = family(month, 30_000);
        long late = family(month, 40_000);
        deposit(100_000);
        Run run = released(month);
        try (Browser browser = new Browser(port)) {
            Page finance = desk(browser, Role.FINANCE_OFFICER);
            finance.navigate(browser.address("/runs/" + run.id()));
            follow(finance, "银行文件和对账");
            assertThat(finance.locator("main")).containsText(run.fileHash());
            assertThat(finance.locator("main")).containsText("1,000.00");
            noBarriers(finance);
            byte[] file = saved(finance, "下载银行文件");
            assertThat(sm3(file)).isEqualTo(run.fileHash());
            assertThat(exports()).anyMatch(what -> what.contains(String.valueOf(run.fileHash())));

            refused(finance);
            assertThat(finance.locator("main")).containsText("还没有收到回执");
            press(finance, "结清这个月");
            assertThat(finance.locator("#problems")).containsText("还有没有回执的");

            String answer = HEAD + reference(paid, month) + ",PAID,,100.00\n" + reference(rejected, month)
                    + ",REJECTED,AC04,200.00\n" + reference(trip, month) + ",PAID,,\n" + reference(trip, month)
                    + ",REVERSED,AC06,\n=1+2,PAID,,\n" + reference(late, month) + ",PAID,,1.00\n";
            upload(finance, "回执 2 月.csv", answer);
            assertThat(finance.locator("h1")).containsText("回执的结果");
            assertThat(finance.locator("main")).containsText("AC04");
            assertThat(finance.locator("main")).containsText("没有发过这个流水号");
            assertThat(finance.locator("main")).containsText("金额和发出的不一样");
            browser.keep(finance, "bank-result");
            noBarriers(finance);
            String errors = new String(saved(finance, "下载没有记的行"), Charset.forName("GB18030"));
            assertThat(errors).contains("第几行", "'=1+2", reference(late, month));
            onPhone(browser, finance, "bank-result-phone");

            follow(finance, "回到对账");
            upload(finance, "again.csv", answer);
            assertThat(finance.locator("main")).containsText("以前收过");
            follow(finance, "回到对账");
            assertThat(finance.locator("main")).containsText("每一笔和资金账对得上");
            browser.keep(finance, "bank");
            noBarriers(finance);
            upload(finance, "late.csv", HEAD + reference(late, month) + ",PAID,,\n");
            follow(finance, "回到对账");
            assertThat(finance.locator("h1 ~ .tags")).containsText("已对账");
            press(finance, "结清这个月");
            assertThat(finance.locator("h1 ~ .tags")).containsText("已结");
            assertThat(finance.locator("main button")).hasCount(1);

            others(browser, run, trip);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void refused(Page finance) {
        Map<String, String> files = Map.of(
                "<html><body></body></html>",
                "不是银行回执",
                "a,b,c\n1,PAID,\n",
                "表头不对",
                HEAD,
                "文件里一笔也没有",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
                "不允许的内容");
        files.forEach((text, words) -> {
            upload(finance, "x.xml", text);
            assertThat(finance.locator("#file-problems")).containsText(words);
            assertThat(finance.locator("#file-problems")).containsText("一笔也没有记账");
        });
        noBarriers(finance);
    }

    private void others(Browser browser, Run run, long trip) {
        Page officer = desk(browser, Role.COUNTY_OFFICER);
        String bank = browser.address("/runs/" + run.id() + "/bank");
        officer.navigate(bank);
        assertThat(officer.locator("main button")).hasCount(0);
        assertThat(officer.locator("main")).not().containsText("下载银行文件");
        Map<String, Integer> answers = Map.of(
                "/runs/" + run.id() + "/bank/file",
                404,
                "/runs/999999/bank",
                404,
                "/runs/" + run.id() + "/returns/999999",
                404,
                "/runs/" + run.id() + "/returns/999999/errors.csv",
                404,
                "/anomalies?from=2018-01&to=2017-01",
                422,
                "/anomalies?from=x",
                422,
                "/anomalies?code=NONE",
                400);
        answers.forEach((address, status) -> assertThat(
                        officer.request().get(browser.address(address)).status())
                .as(address)
                .isEqualTo(status));
        officer.navigate(browser.address("/runs"));
        follow(officer, "资金检查");
        noBarriers(officer);
        officer.navigate(browser.address("/anomalies?code=ROUND_TRIP&from=2016-01&to=2016-03"));
        String number = as(Role.COUNTY_OFFICER, () -> households.get(trip)).number();
        assertThat(officer.locator("main table")).containsText(number);
        browser.keep(officer, "anomalies");
        noBarriers(officer);
        assertThat(new String(saved(officer, "下载（csv）"), Charset.forName("GB18030")))
                .contains("到账又退回", number, "300.00");
        Page clerk = desk(browser, Role.TOWNSHIP_CLERK);
        for (String address : List.of(bank, bank + "/file", browser.address("/anomalies"))) {
            assertThat(clerk.request().get(address).status()).as(address).isEqualTo(404);
        }
    }

    @Test
    @DisplayName(
            "2.1-1 a rejected payment waits for a new account under four eyes, for the days to object, and goes out once with the next run")
    void again() {
        LocalDate month = LocalDate.of(2016, 5, 1);
        long family = family(month, 25_000);
        deposit(100_000);
        Run run = released(month);
        try (Browser browser = new Browser(port)) {
            Page finance = desk(browser, Role.FINANCE_OFFICER);
            finance.navigate(browser.address("/runs/" + run.id() + "/bank"));
            upload(finance, "back.csv", HEAD + reference(family, month) + ",REJECTED,AC04,\n");
            follow(finance, "看退回了谁的");
            assertThat(finance.locator("main table").last()).containsText("被退回");
            noBarriers(finance);

            Page clerk = desk(browser, Role.TOWNSHIP_CLERK);
            clerk.locator("nav a", text("发放")).click();
            assertThat(clerk.locator("h1")).containsText("退回的钱");
            browser.keep(clerk, "returned");
            noBarriers(clerk);
            String number =
                    as(Role.COUNTY_OFFICER, () -> households.get(family)).number();
            clerk.locator("main tr", text(number)).locator("a").click();
            clerk.waitForURL("**/households/**");
            Browser.sayWhy(clerk);
            assertThat(clerk.locator("main")).containsText("银行退回过，不再用");
            assertThat(clerk.locator("main button", text("同意启用"))).hasCount(0);
            clerk.locator("#holder")
                    .fill(clerk.locator("#person option[selected]").innerText());
            clerk.locator("#bank").fill("402211000018");
            clerk.locator("#number").fill(luhn("622848009900000077"));
            press(clerk, "报请启用");
            Page reviewer = desk(browser, Role.TOWNSHIP_REVIEWER);
            browser.look(reviewer, "/households/" + family + "/pay");
            press(reviewer, "同意启用");
            assertThat(reviewer.locator("main")).containsText("已同意，还没到启用日");
            browser.keep(reviewer, "account-coming");
            noBarriers(reviewer);

            released(month.plusMonths(1));
            assertThat(lines(family, month)).containsExactly("NEW NO_ACCOUNT 25000 0 0");
            objected(family);
            Run sent = released(month.plusMonths(2));
            assertThat(reference(family, month)).endsWith("-2");
            finance.navigate(browser.address("/runs/" + sent.id() + "/bank"));
            assertThat(finance.locator("main")).containsText("250.00");
            upload(finance, "paid.csv", HEAD + reference(family, month) + ",PAID,,250.00\n");
            released(month.plusMonths(3));
            assertThat(reference(family, month)).as("sent once more, not twice").endsWith("-2");
            long line = sql(() -> jdbc.sql("select id from benefits.line where household = ? and month = ?")
                    .params(family, month)
                    .query(Long.class)
                    .single());
            finance.navigate(browser.address("/runs/" + run.id() + "/lines/" + line));
            assertThat(finance.locator("main")).containsText("AC04");
            assertThat(finance.locator("main")).containsText("已到账");
            browser.keep(finance, "line-again");
            noBarriers(finance);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
