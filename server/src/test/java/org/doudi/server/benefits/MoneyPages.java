package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** A county that pays, looked at through its pages: what the tests in a browser share. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = PagesDatabase.class, inheritInitializers = false)
abstract class MoneyPages extends Treasury {
    static final int DESK = 1366;
    static final int PHONE = 390;

    @Autowired
    Accounts people;

    @LocalServerPort
    int port;

    /** A window of somebody of that office. */
    Page desk(Browser browser, Role role) {
        boolean township = role == Role.TOWNSHIP_CLERK || role == Role.TOWNSHIP_REVIEWER;
        String name = "p-" + UUID.randomUUID().toString().substring(0, 8);
        return browser.signIn(
                people.create(name, "王海燕", role, new Area(township ? RegistryFixture.TOWNSHIP : COUNTY)), DESK);
    }

    static void press(Page page, String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    static void follow(Page page, String text) {
        page.locator("main a", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    /** How the page stands on a phone. */
    static void onPhone(Browser browser, Page page, String picture) {
        page.setViewportSize(PHONE, 900);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(PHONE);
        browser.keep(page, picture);
        noBarriers(page);
        page.setViewportSize(DESK, 900);
    }

    /** The days in which somebody can object to a new account are over. */
    void objected(long household) {
        int started = sql(
                () -> jdbc.sql("update benefits.bank_account set usable_from = ? where person = ? and state = 'COMING'")
                        .params(today.date(), payee(household))
                        .update());
        assertThat(started).isEqualTo(1);
    }
}
