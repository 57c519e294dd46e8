package org.doudi.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The security administrator registers a department's system in a real browser, and ends it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class SystemsInBrowserTest {
    @Autowired
    private Accounts accounts;

    @Autowired
    private DepartmentSystems systems;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("2.4-5 a system is registered with some rights, its secret is shown once, and it can be ended")
    void registers() {
        accounts.create("sys-" + port, "扶贫系统", Role.POVERTY_OFFICER, new Area("210921"));
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(
                    accounts.create("sec-" + port, "林晓雨", Role.SECURITY_ADMINISTRATOR, new Area("2109")), 1366);
            page.navigate(browser.address("/systems"));
            page.selectOption("#account", new SelectOption().setLabel("sys-" + port + " · 县扶贫办 · 210921"));
            page.locator("form[method=get] button").click();
            assertThat(Browser.barriers(page)).isEmpty();
            page.fill("#label", "省扶贫开发信息系统");
            page.locator("form[method=post] .btn-primary").click();
            assertThat(page.locator("[role=alert]")).containsText("至少选一项");

            page.fill("#label", "省扶贫开发信息系统");
            page.locator("input[value='take:DIBAO:210921']").check();
            page.fill("#certificate", "nonsense");
            page.locator("form[method=post] .btn-primary").click();
            assertThat(page.locator("[role=alert]")).containsText("证书");

            page.fill("#label", "省扶贫开发信息系统");
            page.locator("input[value='take:DIBAO:210921']").check();
            page.locator("form[method=post] .btn-primary").click();
            String client = page.locator("#client").textContent();
            assertThat(page.locator("#secret").textContent()).hasSize(43);
            browser.keep(page, "systems");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(systems.client(client)).isPresent();

            page.navigate(browser.address("/systems"));
            assertThat(page.locator("#secret")).hasCount(0);
            page.locator("tr", new Page.LocatorOptions().setHasText(client))
                    .locator("button")
                    .click();
            assertThat(systems.client(client)).isEmpty();
        }
    }
}
