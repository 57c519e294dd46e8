package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.doudi.policy.Assets;
import org.doudi.policy.Household;
import org.doudi.policy.RegisterState;
import org.doudi.policy.SpendingItem;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The village's phone in a real browser, with and without a network: visits, change reports, and the alerts that come of them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-phone-pages")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class PhoneInBrowserTest extends VerifyingTownship {
    private static final int PHONE = 390;
    private static final int DESK = 1366;
    private static final String SEEN = "看了户口本和存折，都一样";

    /** Everything that lies in the phone's store, as text. */
    private static final String RAW = "async () => { const db = await new Promise((done) => { const r ="
            + " indexedDB.open('doudi-phone'); r.onsuccess = () => done(r.result); }); let all = '';"
            + " for (const name of ['drafts', 'pages']) { const rows = await new Promise((done) => { const r ="
            + " db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => done(r.result); });"
            + " for (const row of rows) { all += name + new TextDecoder().decode(row.box); } } db.close(); return all; }";

    @Autowired
    private Accounts people;

    @Autowired
    private Recalculation recalculation;

    @LocalServerPort
    private int port;

    private NewAccount person(String name, Role role, String area) {
        return people.create(name, "王海燕", role, new Area(area));
    }

    /** Looks of one village that are planned, with no case running. */
    private List<Reverification> planned(int many) {
        calendar.day();
        return onRoll().stream()
                .filter(h -> open(h).stage() == Stage.PLANNED && open(h).hold() == null)
                .filter(h -> open(h).visitor() == null)
                .map(this::open)
                .limit(many)
                .toList();
    }

    /** Opens a form so that the phone keeps it, as a phone that was there before. */
    private static void atHand(Page page, String address) {
        page.navigate(address);
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        page.reload();
        until(page, "(await doudiStore.page(location.pathname)) !== null");
    }

    /** Waits until something is so in the page's scripts. */
    private static void until(Page page, String so) {
        page.evaluate("async () => { while (!(" + so + ")) { await new Promise((go) => setTimeout(go, 50)); } }");
    }

    /** What the server answers; a phone looks for a way every few seconds. */
    private static void shows(Page page, String where, String text) {
        assertThat(page.locator(where))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
    }

    private static void network(Page page, Network network) {
        page.context().setOffline(network == Network.GONE);
    }

    private enum Network {
        GONE,
        BACK
    }

    private static void fill(Page page, String evidence) {
        page.locator("input[value=UNCHANGED]").check();
        page.locator("#evidence").fill(evidence);
    }

    @Test
    @DisplayName(
            "2.4-2 in the browser: a visit without a network is kept, survives a reload, goes out when it is back, once, and conflicts are shown")
    void visits() {
        List<Reverification> some = planned(3);
        String village = some.get(0).village();
        assertThat(some).hasSize(3).allMatch(l -> l.village().equals(village));
        try (Browser browser = new Browser(port)) {
            Page phone = browser.signIn(person("ph-visit", Role.VILLAGE_ASSISTANT, village), PHONE);
            kept(browser, phone, some.get(0));
            overtaken(browser, phone, some.get(1));
            taken(browser, phone, some.get(2));
            gone(browser, phone);
        }
    }

    private void kept(Browser browser, Page phone, Reverification look) {
        atHand(phone, browser.address("/reverifications/" + look.id()));
        network(phone, Network.GONE);
        phone.reload();
        assertThat(phone.locator("h1")).containsText(look.head());
        fill(phone, SEEN);
        phone.locator("form[data-phone] button[type=submit]").click();
        assertThat(phone.locator("[data-kept-note]")).containsText("没有网络");
        browser.keep(phone, "phone-offline");
        assertThat(open(look.household()).stage())
                .as("only the server's receipt counts")
                .isEqualTo(Stage.PLANNED);
        phone.reload();
        assertThat(phone.locator("#evidence")).hasValue(SEEN);
        assertThat(phone.locator("[data-kept-note]")).containsText("没有网络");
        assertThat((String) phone.evaluate(RAW))
                .contains("drafts")
                .contains("pages")
                .doesNotContain(SEEN)
                .doesNotContain(look.head());
        network(phone, Network.BACK);
        shows(phone, "[data-receipt]", "已收到");
        browser.keep(phone, "phone-receipt");
        assertThat(open(look.household()).visit()).isNotNull();
        until(phone, "(await doudiStore.drafts()).length === 0");
        assertThat(Browser.barriers(phone)).isEmpty();
        assertThat((String) phone.evaluate(RAW)).doesNotContain("drafts");
    }

    private void overtaken(Browser browser, Page phone, Reverification look) {
        atHand(phone, browser.address("/reverifications/" + look.id()));
        network(phone, Network.GONE);
        fill(phone, SEEN);
        phone.locator("form[data-phone] button[type=submit]").click();
        assertThat(phone.locator("[data-kept-note]")).containsText("没有网络");
        as(Role.COUNTY_OFFICER, () -> {
            facts.record(
                    FactChange.of(
                            look.household(),
                            new FactContent.Owned(new Assets(0, 1, 1, 0, false)),
                            today.date(),
                            "车管所名单"),
                    "test");
            return look;
        });
        network(phone, Network.BACK);
        shows(phone, "h1", "这户情况有变");
        assertThat(phone.locator("main")).containsText("车管所名单");
        assertThat(phone.locator("main")).containsText(SEEN);
        browser.keep(phone, "phone-conflict");
        assertThat(Browser.barriers(phone)).isEmpty();
        assertThat(open(look.household()).stage()).isEqualTo(Stage.PLANNED);
        phone.locator("form[action$='/visit'] button").click();
        assertThat(phone.locator("[data-receipt]")).containsText("已收到");
        until(phone, "(await doudiStore.drafts()).length === 0");
    }

    private void taken(Browser browser, Page phone, Reverification look) {
        atHand(phone, browser.address("/reverifications/" + look.id()));
        network(phone, Network.GONE);
        fill(phone, "家里没有人，邻居说没有变");
        phone.locator("form[data-phone] button[type=submit]").click();
        assertThat(phone.locator("[data-kept-note]")).containsText("没有网络");
        visit(look.household(), Finding.UNCHANGED, null);
        network(phone, Network.BACK);
        shows(phone, "main", "复核别人已经记了");
        assertThat(phone.locator("main")).containsText("邻居说没有变");
        phone.locator("a[data-drop]").click();
        phone.waitForURL("**/reverifications/" + look.id());
        until(phone, "(await doudiStore.drafts()).length === 0");
    }

    /** What is not sent is gone with whoever signs out. */
    private void gone(Browser browser, Page phone) {
        Reverification look = planned(1).get(0);
        phone.navigate(browser.address("/reverifications/" + look.id()));
        phone.locator("#evidence").fill("还没有写完的");
        until(phone, "(await doudiStore.drafts()).length === 1");
        phone.navigate(browser.address("/reverifications"));
        assertThat(phone.locator("[data-kept-list]")).containsText("复核 " + look.number());
        phone.locator("form[action$='/logout'] button").click();
        phone.waitForURL("**/login?out");
        assertThat((Boolean) phone.evaluate(
                        "async () => (await indexedDB.databases()).some((d) => d.name === 'doudi-phone')"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "2.4-2 2.1-5 in the browser: a report kept without a network, its effects seen before it is sent, accepted by the county; an alert to a case")
    void reports() {
        long household = watched();
        String village =
                as(Role.COUNTY_OFFICER, () -> households.get(household)).village();
        try (Browser browser = new Browser(port)) {
            Page phone = browser.signIn(person("ph-report", Role.VILLAGE_ASSISTANT, village), PHONE);
            Page county = browser.signIn(person("ph-county", Role.COUNTY_OFFICER, village.substring(0, 6)), DESK);
            Page township = browser.signIn(person("ph-town", Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP), DESK);
            browser.look(phone, household);
            phone.locator("a[href='/households/" + household + "/report']").click();
            assertThat(Browser.barriers(phone)).isEmpty();
            phone.locator("a[href$='/report/illness']").click();
            atHand(phone, browser.address("/households/" + household + "/report/illness"));
            network(phone, Network.GONE);
            phone.reload();
            phone.locator("#f-person").selectOption(new SelectOption().setIndex(1));
            phone.locator("#f-illness").selectOption("SERIOUS");
            phone.locator("#f-cost").fill("90000");
            phone.locator("#document").fill("县医院诊断书");
            phone.locator("button[value=preview]").click();
            assertThat(phone.locator("[data-kept-note]")).containsText("没有网络");
            network(phone, Network.BACK);
            shows(phone, "main", "接受以后会怎样");
            browser.keep(phone, "change-report-effects");
            assertThat(Browser.barriers(phone)).isEmpty();
            phone.locator("button[value=send]").click();
            assertThat(phone.locator("[data-receipt]")).containsText("BG-");
            browser.keep(phone, "change-report-receipt");
            until(phone, "(await doudiStore.drafts()).length === 0");
            accepted(browser, county);
            lookedInto(browser, phone, township);
            assertThat(browser.complaints().stream()
                            .filter(c -> !c.contains("ERR_INTERNET_DISCONNECTED") && !c.contains("/readers"))
                            .toList())
                    .isEmpty();
        }
    }

    private void accepted(Browser browser, Page county) {
        county.navigate(browser.address("/cases"));
        county.locator("a[href^='/changes?tab=TO_DECIDE']").click();
        browser.keep(county, "change-reports");
        assertThat(Browser.barriers(county)).isEmpty();
        county.locator("tbody a[href^='/changes/']").first().click();
        assertThat(county.locator("main")).containsText("县医院诊断书");
        browser.keep(county, "change-report-decide");
        assertThat(Browser.barriers(county)).isEmpty();
        county.locator("form[action$='/accept'] button").click();
        assertThat(county.locator("main")).containsText("已接受、已登记");
    }

    private void lookedInto(Browser browser, Page phone, Page township) {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        phone.navigate(browser.address("/alerts"));
        assertThat(Browser.barriers(phone)).isEmpty();
        phone.locator("tbody a[href^='/alerts/']").first().click();
        assertThat(phone.locator("main")).containsText("90000.00 元");
        browser.keep(phone, "alert-phone");
        assertThat(Browser.barriers(phone)).isEmpty();
        phone.locator("#t1").fill("看了诊断书和收费单");
        phone.locator("form[action$='/confirm'] button").click();
        assertThat(phone.locator("main")).containsText("属实，待办件");
        township.navigate(browser.address("/alerts?tab=CONFIRMED"));
        browser.keep(township, "alerts");
        assertThat(Browser.barriers(township)).isEmpty();
        township.locator("tbody a[href^='/alerts/']").first().click();
        township.locator("form[action$='/case'] button").click();
        township.waitForURL("**/cases/*");
        township.navigate(browser.address("/alerts?tab=IN_CASE"));
        assertThat(township.locator("tbody").last()).containsText("办件中");
    }

    /** A household that was lifted out and is well. */
    private long watched() {
        long household = sql(() -> jdbc.sql(
                        "select h.id from registry.household h where dissolved_on is null"
                                + " and not exists (select from registry.roll_entry e where e.household = h.id and e.known_to is null)"
                                + " and not exists (select from casework.case_file c where c.household = h.id) order by id limit 1")
                .query(Long.class)
                .single());
        return as(Role.COUNTY_OFFICER, () -> {
            Household now = households.record(household, today.date(), today.now());
            facts.record(
                    FactChange.of(
                            household,
                            FactContent.Spending.with(now, 0, SpendingItem.MEDICAL_SELF_PAID, 0),
                            today.date(),
                            "test"),
                    "test");
            rolls.enter(
                    household,
                    RollEntry.register(new RollEntry.Register(
                            RegisterState.LIFTED, today.date().minusMonths(3), false)),
                    today.date().minusMonths(3),
                    "test",
                    "test");
            return household;
        });
    }
}
