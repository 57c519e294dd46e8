package org.doudi.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.doudi.policy.Gap;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A household's changes and a department's list in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class RegistryInBrowserTest {
    private static final int DESK = 1366;
    private static final int PHONE = 390;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921110", "35");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @LocalServerPort
    private int port;

    private NewAccount account(Role role) {
        String name = "r-" + role.name().toLowerCase(Locale.ROOT) + "-" + port;
        return accounts.create(name, "林晓雨", role, new Area(TOWNSHIP.code()));
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    private static void prove(Page page) {
        page.locator("[name=on]").fill("2017-06-01");
        page.locator("[name=source]").fill("村委会报告");
        page.locator("[name=document]").fill("分户协议 2017-3");
    }

    private static void narrow(Page page) {
        // a page whose style has not come yet is as wide as it likes
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(PHONE);
    }

    @Test
    @DisplayName(
            "a clerk splits a household after seeing what it does, and corrects it; at the desk and on a telephone")
    void split() {
        TOWNSHIP.load(loader, households);
        long id = TOWNSHIP.id(households, 2);
        HouseholdView view = TOWNSHIP.as(() -> households.get(id));
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.TOWNSHIP_CLERK), DESK);
            page.navigate(browser.address("/households/" + id));
            assertThat(page.locator("h1")).containsText("为什么看这户");
            noBarriers(page);
            browser.keep(page, "household-reason");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("[role=alert]")).containsText("请选一个理由");
            noBarriers(page);
            page.check("input[name=reason][value=INTAKE]");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("#why-bar")).hasText("查看理由：受理。已记入日志。");
            page.locator(".dd-menu summary").click();
            page.locator(".dd-menu a", new Page.LocatorOptions().setHasText("分户"))
                    .click();
            prove(page);
            page.locator("button[value=preview]").click();
            assertThat(page.locator("#problems")).containsText("请选谁去新户");
            page.locator(
                            "label",
                            new Page.LocatorOptions()
                                    .setHasText(view.members().get(2).name()))
                    .locator("input[type=checkbox]")
                    .check();
            page.locator("[name=newHead]")
                    .selectOption(Long.toString(view.members().get(2).person()));
            page.locator("button[value=preview]").click();
            assertThat(page.locator(".sides > .card")).hasCount(2);
            browser.keep(page, "split-preview");
            noBarriers(page);
            page.locator("button[value=save]").click();
            // the household that was founded is another one
            page.check("input[name=reason][value=INTAKE]");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("h1")).containsText(view.members().get(2).name() + "户");
            browser.keep(page, "split-new-household");
            noBarriers(page);

            Page phone = page;
            phone.setViewportSize(PHONE, 844);
            phone.navigate(browser.address("/households/" + id));
            narrow(phone);
            browser.keep(phone, "household-phone");
            phone.locator("a", new Page.LocatorOptions().setHasText("记错了，更正"))
                    .first()
                    .click();
            narrow(phone);
            noBarriers(phone);
            prove(phone);
            browser.keep(phone, "correct-phone");
            phone.locator("main button[type=submit]").click();
            assertThat(phone.locator("main")).containsText("后来更正了");
            phone.navigate(browser.address("/households/" + id + "/changes/split"));
            narrow(phone);
            browser.keep(phone, "split-phone");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    @DisplayName(
            "2.4-1 an officer hands in a list with errors, mends the rows that come back and sends them again, and the gap closes")
    void list() throws IOException {
        TOWNSHIP.load(loader, households);
        String[] one = TOWNSHIP.persons().get(1).split(",", -1);
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        GapView gap = TOWNSHIP.as(
                        () -> gaps.list(new GapQuery(Gap.Kind.MISSING_FROM_DIBAO, Tab.STANDING, TOWNSHIP.code()), 0))
                .get(0);
        String[] two = TOWNSHIP.persons().stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[1].equals(gap.householdNumber()) && cells[7].equals("户主"))
                .findFirst()
                .orElseThrow();
        String text = "序号,户号,姓名,身份证号码,行政村,开始享受时间,户月保障金额\n1,a," + one[3] + "," + one[4] + "," + one[8]
                + ",2017-05,310.00\n2,b," + two[3] + "," + two[4] + "," + two[8] + ",2017-05,三百\n3,c,佚名," + two[4]
                + "," + two[8] + ",2017-05,120\n";
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.COUNTY_OFFICER), DESK);
            page.navigate(browser.address("/imports"));
            noBarriers(page);
            page.locator("[name=file]").setInputFiles(new FilePayload("低保6月.csv", "text/csv", text.getBytes(GB18030)));
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("main")).containsText("金额不对");
            browser.keep(page, "import-preview");
            noBarriers(page);
            page.locator("button[value=run]").click();
            assertThat(page.locator("#progress h2").first()).hasText("办完了");
            browser.keep(page, "import-result");
            noBarriers(page);
            Download download =
                    page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText("csv"))
                            .click());
            String mended = Files.readString(download.path(), GB18030).replace("三百", "300");
            assertThat(mended).contains("金额不对");
            page.locator("a", new Page.LocatorOptions().setHasText("改好了再交")).click();
            page.locator("[name=file]")
                    .setInputFiles(new FilePayload("改.csv", "text/csv", mended.getBytes(StandardCharsets.UTF_8)));
            page.locator("main button[type=submit]").click();
            page.locator("button[value=run]").click();
            assertThat(page.locator("#progress h2").first()).hasText("办完了");
            assertThat(page.locator("#progress dd").first()).hasText("1");
            while (recalculation.pass().households() > 0) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            page.navigate(browser.address("/gaps?tab=CLOSED&kind=MISSING_FROM_DIBAO"));
            assertThat(page.locator("tbody")).containsText(gap.headName());

            page.navigate(browser.address("/imports"));
            page.locator("td a, th a").last().click();
            page.locator("a", new Page.LocatorOptions().setHasText("逐行定")).click();
            browser.keep(page, "import-held");
            noBarriers(page);
            Locator nobody = page.locator("input[value=nobody]");
            nobody.check();
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main")).containsText("都定完了");
            page.navigate(browser.address("/search"));
            noBarriers(page);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
