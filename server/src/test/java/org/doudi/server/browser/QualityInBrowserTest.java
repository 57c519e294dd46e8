package org.doudi.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Findings in a real browser: the work list, one of them called wrong, the scores, the catalogue. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class QualityInBrowserTest {
    private static final int DESK = 1366;
    private static final int PHONE = 390;
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921119", "44");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private NewAccount account(Role role, String area) {
        return accounts.create("q-" + role.name().toLowerCase(Locale.ROOT) + "-" + port, "林晓雨", role, new Area(area));
    }

    private static void fine(Browser browser, Page page, int width, String name) {
        browser.keep(page, name);
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(page.url())
                .isLessThanOrEqualTo(width);
    }

    @Test
    @DisplayName("2.4-9 a clerk sees what does not hang together, calls one a false alarm, and the city sees scores")
    void walk() throws IOException {
        TOWNSHIP.load(loader, households);
        TOWNSHIP.as(() -> transaction.execute(
                t -> jdbc.sql("update registry.household set head = null where id in (select id from registry.household"
                                + " where village like '210921119%' order by id limit 3)")
                        .update()));
        recalculation.all();
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.TOWNSHIP_CLERK, TOWNSHIP.code()), DESK);
            page.navigate(browser.address("/quality"));
            assertThat(page.locator("tbody tr")).hasCount(3);
            fine(browser, page, DESK, "quality");
            Download file = page.waitForDownload(
                    () -> page.locator("a[href^='/quality.xlsx']").click());
            assertThat(Files.size(file.path())).isPositive();
            page.selectOption("#rule", "Q01");
            page.locator("form.mt-ask button").click();
            assertThat(page.locator("tbody tr")).hasCount(0);

            page.navigate(browser.address("/quality"));
            page.locator("tbody tr a").first().click();
            fine(browser, page, DESK, "finding");
            page.fill("#words", "户主正在办理变更");
            page.locator("form[action$='/false-alarm'] button").click();
            assertThat(page.locator("main")).containsText("户主正在办理变更");
            page.navigate(browser.address("/quality"));
            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.navigate(browser.address("/quality?place=3101")).status())
                    .isEqualTo(404);
            assertThat(page.navigate(browser.address("/quality?rule=Q99")).status())
                    .isEqualTo(404);
            assertThat(page.navigate(browser.address("/quality/999999999")).status())
                    .isEqualTo(404);

            Page phone = browser.signIn(account(Role.VILLAGE_ASSISTANT, TOWNSHIP.village()), PHONE);
            phone.navigate(browser.address("/quality?tab=OPEN"));
            fine(browser, phone, PHONE, "quality-phone");

            Page city = browser.signIn(account(Role.CITY_SUPERVISOR, "2109"), DESK);
            city.navigate(browser.address("/quality/scores?below=210921"));
            assertThat(city.locator(
                            "tr",
                            new Page.LocatorOptions().setHas(city.locator("a[href*='below=" + TOWNSHIP.code() + "']"))))
                    .containsText("95.0");
            fine(browser, city, DESK, "quality-scores");
            city.navigate(browser.address("/quality/rules"));
            fine(browser, city, DESK, "quality-rules");
            assertThat(city.navigate(browser.address("/quality")).status()).isEqualTo(404);
        }
    }
}
