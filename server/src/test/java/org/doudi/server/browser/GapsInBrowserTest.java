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
import org.springframework.test.context.ContextConfiguration;

/** Gaps in a real browser: found, opened as a case, explained, counted. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class GapsInBrowserTest {
    private static final int DESK = 1366;
    private static final int PHONE = 390;
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921112", "37");

    @Autowired
    private Accounts accounts;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Recalculation recalculation;

    @LocalServerPort
    private int port;

    private NewAccount account(Role role, String area) {
        String name = "g-" + role.name().toLowerCase(Locale.ROOT) + "-" + port;
        return accounts.create(name, "林晓雨", role, new Area(area));
    }

    @Test
    @DisplayName(
            "2.1-3 2.4-7 a clerk opens a case for a family that is missing from a roll, explains another gap, and the city sees figures")
    void walk() throws IOException {
        TOWNSHIP.load(loader, households);
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.TOWNSHIP_CLERK, TOWNSHIP.code()), DESK);
            page.navigate(browser.address("/gaps"));
            int before = page.locator("tbody tr").count();
            assertThat(before).isGreaterThan(1);
            browser.keep(page, "gaps");
            Browser.fine(page, DESK);
            Download file = page.waitForDownload(
                    () -> page.locator("a[href^='/gaps.xlsx']").click());
            assertThat(Files.size(file.path())).isPositive();

            page.locator("tbody tr a").first().click();
            Browser.fine(page, DESK);
            browser.keep(page, "gap");
            String gap = page.url();
            page.locator("form[action$='/case'] button").click();
            assertThat(page.url()).contains("/cases/" + TOWNSHIP.code());
            page.navigate(gap);
            assertThat(page.locator("main")).containsText("在办");

            page.navigate(browser.address("/gaps"));
            page.locator("tbody tr", new Page.LocatorOptions().setHasText("没人认领"))
                    .first()
                    .locator("a")
                    .click();
            page.selectOption("#outcome", "NOT_MET");
            page.fill("#words", "三次上门都没有人");
            page.locator("form[action$='/settle'] button").click();
            assertThat(page.locator("main")).containsText("三次上门都没有人");
            Browser.fine(page, DESK);
            page.navigate(browser.address("/gaps"));
            assertThat(page.locator("tbody tr")).hasCount(before - 1);
            page.navigate(browser.address("/gaps?tab=SETTLED"));
            assertThat(page.locator("tbody tr")).hasCount(1);

            Page phone = browser.signIn(account(Role.VILLAGE_ASSISTANT, TOWNSHIP.village()), PHONE);
            phone.navigate(browser.address("/gaps?tab=STANDING"));
            Browser.fine(phone, PHONE);
            phone.locator("tbody tr a").first().click();
            assertThat(phone.locator("main")).containsText("归别的部门办");
            assertThat(phone.locator("main form")).hasCount(0);
            Browser.fine(phone, PHONE);

            Page city = browser.signIn(account(Role.CITY_SUPERVISOR, "2109"), DESK);
            city.navigate(browser.address("/gaps/board"));
            city.locator("tbody a[href*='below=210921']").click();
            assertThat(city.locator("tbody a[href*='below=" + TOWNSHIP.code() + "']"))
                    .hasCount(1);
            browser.keep(city, "gaps-board");
            Browser.fine(city, DESK);
            assertThat(city.navigate(browser.address("/gaps/board?below=3101")).status())
                    .isEqualTo(404);
        }
    }
}
