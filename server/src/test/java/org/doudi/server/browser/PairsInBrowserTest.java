package org.doudi.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.doudi.policy.Labour;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Relation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Doubtful pairs in a real browser: decided by keys, merged by two, undone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class PairsInBrowserTest {
    private static final int DESK = 1366;
    private static final int PHONE = 390;
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921116", "49");

    @LocalServerPort
    private int port;

    @Autowired
    private HouseholdChanges changes;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Households households;

    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    private NewAccount account(Role role, String name) {
        String login = "q-" + role.name().toLowerCase(Locale.ROOT) + "-" + ACCOUNTS.incrementAndGet() + "-" + port;
        return accounts.create(login, name, role, new Area(TOWNSHIP.code()));
    }

    private static String[] person(int row) {
        return TOWNSHIP.persons().get(row).split(",", -1);
    }

    private static String wrong(String name, String[] person) {
        return name + "," + person[4] + "," + person[6] + "," + person[8] + "\n";
    }

    /** A file dropped on the form, as a person drags it there. */
    private static void drop(Page page, String name, String text) {
        String bytes = Base64.getEncoder().encodeToString(text.getBytes(Charset.forName("GB18030")));
        page.evaluate(
                "([name, bytes]) => { const all = new DataTransfer(); all.items.add(new File([Uint8Array.from(atob(bytes),"
                        + " c => c.charCodeAt(0))], name, {type: 'text/csv'})); document.querySelector('form.upload')"
                        + ".dispatchEvent(new DragEvent('drop', {dataTransfer: all, bubbles: true, cancelable: true})); }",
                new String[] {name, bytes});
    }

    @Test
    @DisplayName(
            "2.4-1 a list is dropped on the page; its doubtful pairs are decided by keys alone, one after the other,"
                    + " and the department takes the wrong numbers along")
    void keys() throws IOException {
        TOWNSHIP.load(loader, households);
        String text = "姓名,身份证号,出生日期,行政村代码\n" + wrong("另某一", person(1)) + wrong("另某二", person(4))
                + person(7)[3] + "," + NewPerson.checked("430111" + person(7)[4].substring(6, 17)) + "," + person(7)[6]
                + "," + person(7)[8] + "\n" + person(10)[3] + "," + person(10)[4] + ",,\n";
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.COUNTY_OFFICER, "白雪梅"), DESK);
            page.navigate(browser.address("/imports"));
            page.selectOption("#list", "PREFERENTIAL");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            drop(page, "空.csv", "");
            assertThat(page.locator(".drop")).hasText("空.csv");
            page.locator("form.upload button[type=submit]").click();
            assertThat(page.locator("#problems")).containsText("文件是空的");
            page.selectOption("#list", "PREFERENTIAL");
            drop(page, "优抚6月.csv", text);
            browser.keep(page, "import-drop");
            Browser.fine(page, DESK);
            page.locator("form.upload button[type=submit]").click();
            page.locator("button[value=run]").click();
            assertThat(page.locator("#progress h2").first()).hasText("办完了");
            page.locator("a[href='/pairs']").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            browser.keep(page, "pairs");
            Browser.fine(page, DESK);
            page.locator("main .btn-primary").click();

            assertThat(page.locator("h1")).containsText("是同一个人吗");
            assertThat(page.locator("mark").first()).isVisible();
            Browser.fine(page, DESK);
            String first = page.url();
            // keys that are typed into a field decide nothing, and neither do keys that were switched off
            page.focus("#basis");
            page.keyboard().press("1");
            page.locator("#keys").uncheck();
            page.keyboard().press("1");
            assertThat(page).hasURL(first);
            page.locator("#keys").check();
            page.keyboard().press("4");
            page.waitForURL(url -> !url.equals(first));
            String second = page.url();
            page.keyboard().press("1");
            assertThat(page.locator("[role=status]")).containsText("已经写入");
            assertThat(page.locator("[data-key='3']")).isVisible();
            browser.keep(page, "pair");
            page.keyboard().press("3");
            assertThat(page.locator("[role=status]")).containsText("更正");
            page.keyboard().press("2");
            assertThat(page.locator("[role=status]")).containsText("不是同一人");
            assertThat(page.locator("main")).containsText("没有。");
            page.navigate(second);
            assertThat(page.locator("main")).containsText("对照两份记录");
            assertThat(page.locator("[data-key='1']")).hasCount(0);
            browser.keep(page, "pair-decided");
            Browser.fine(page, DESK);
            assertThat(page.locator("form[action$='/undo']")).hasCount(0);
            assertThat(page.locator("main")).containsText("请另一个人在这里收回");
            Page colleague = browser.signIn(account(Role.COUNTY_OFFICER, "王海燕"), DESK);
            colleague.navigate(second);
            colleague.fill("#words", "看了户口簿，是两个人");
            colleague.locator("form[action$='/undo'] button").click();
            assertThat(colleague.locator(".mt-steps")).containsText("看了户口簿，是两个人");
            page.navigate(second);
            page.keyboard().press("1");
            page.waitForURL("**/pairs?*");
            page.navigate(second);
            assertThat(page.locator("[data-key='1']")).hasCount(0);

            page.navigate(browser.address("/corrections"));
            browser.keep(page, "corrections");
            Browser.fine(page, DESK);
            Download file = page.waitForDownload(
                    () -> page.locator("a[href='/corrections.csv']").click());
            assertThat(Files.readString(file.path(), Charset.forName("GB18030")))
                    .contains("优抚6月.csv", "登记里的号码");
            page.locator("button[value=MENDED]").click();
            assertThat(page.locator("tbody tr")).containsText("名单已改");
            for (String way : new String[] {"/pairs", "/pairs?tab=SURE", "/pairs?kind=TWICE", "/corrections"}) {
                page.navigate(browser.address(way + (way.contains("?") ? "&" : "?") + "lang=en"));
                assertThat(page.content()).doesNotContain("??");
            }
            page.navigate(second);
            assertThat(page.locator("h1")).containsText("one person");
            assertThat(page.content()).doesNotContain("??");
            hostile(browser, page, second);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Answers in words, never a break. */
    private static void hostile(Browser browser, Page page, String pair) {
        String path = pair.replaceAll(".*(/pairs/\\d+).*", "$1");
        Map<String, Integer> answers = Map.of(
                "/pairs/0",
                404,
                "/pairs/999999999999999999999999",
                400,
                "/pairs?kind=NONE",
                400,
                "/pairs?place=' or 1=1 --",
                400,
                "/pairs?page=-1",
                200,
                path + "?place=12",
                400,
                "/corrections?page=x",
                400);
        answers.forEach((way, status) ->
                assertThat(page.navigate(browser.address(way)).status()).as(way).isEqualTo(status));
        page.navigate(pair);
        for (String body : new String[] {
            "decision=SAME",
            "version=0&decision=NONE",
            "version=x&decision=SAME",
            "version=0&decision=SAME&basis=1",
            "version=0&decision=SAME&keep=x"
        }) {
            assertThat(post(page, path, body)).as(body).isEqualTo(400);
        }
        assertThat(post(page, path, "version=0&decision=SAME")).isEqualTo(409);
        assertThat(post(page, path, "version=1&decision=SAME")).isEqualTo(409);
        assertThat(post(page, path + "/undo", "version=1&words=1")).isEqualTo(409);
        assertThat(post(page, "/pairs/0/undo", "version=1")).isEqualTo(404);
        assertThat(post(page, "/corrections/0", "state=MENDED")).isEqualTo(404);
        assertThat(post(page, "/corrections/0", "state=NONE")).isEqualTo(400);
    }

    private static int post(Page page, String path, String body) {
        return (Integer) page.evaluate(
                "async ([path, body]) => (await fetch(path, {method: 'POST', headers: {'Content-Type':"
                        + " 'application/x-www-form-urlencoded', 'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value},"
                        + " body})).status",
                new String[] {path, body});
    }

    @Test
    @DisplayName(
            "1.2-2 one clerk finds a person who is in the registry twice and proposes to merge, another confirms, and two undo the merge")
    void undone() {
        TOWNSHIP.load(loader, households);
        String[] one = person(2);
        long other = TOWNSHIP.id(households, 12);
        TOWNSHIP.as(() -> changes.carryOut(new HouseholdChange.Arrival(
                other,
                new Evidence(LocalDate.of(2017, 5, 1), "试", "试"),
                ChangeKind.MARRIAGE,
                new NewPerson(
                        one[3], NewPerson.checked("430111" + one[4].substring(6, 17)), Relation.OTHER, Labour.FULL),
                null)));
        int members = TOWNSHIP.as(() -> households.get(other)).members().size();
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(account(Role.TOWNSHIP_CLERK, "林晓雨"), DESK);
            page.navigate(browser.address("/pairs"));
            page.locator("form[action='/pairs/search'] button").click();
            page.waitForCondition(() -> {
                page.navigate(browser.address("/pairs"));
                return page.locator("tbody tr").count() > 0;
            });
            page.locator("tbody tr a", new Page.LocatorOptions().setHasText(one[3]))
                    .first()
                    .click();
            String pair = page.url();
            Browser.fine(page, DESK);
            browser.keep(page, "pair-twice");
            page.keyboard().press("1");
            assertThat(page.locator("[role=status]").first()).containsText("等另一个人确认");
            page.navigate(pair);
            assertThat(page.locator("[data-key='1']")).hasCount(0);

            Page second = browser.signIn(account(Role.COUNTY_OFFICER, "白雪梅"), DESK);
            second.navigate(pair);
            assertThat(second.locator("main")).containsText("林晓雨 提出合并");
            second.keyboard().press("1");
            assertThat(second.locator("[role=status]")).containsText("合并好了");
            assertThat(TOWNSHIP.as(() -> households.get(other)).members()).hasSize(members - 1);
            Browser.fine(second, DESK);
            browser.keep(second, "pair-merged");
            second.fill("#words", "看了户口簿，是两个人");
            second.locator("form[action$='/undo'] button").click();
            assertThat(second.locator("main")).containsText("您请撤销的，要由另一个人确认");
            assertThat(second.locator("form[action$='/undo']")).hasCount(0);
            assertThat(TOWNSHIP.as(() -> households.get(other)).members()).hasSize(members - 1);

            page.navigate(pair);
            assertThat(page.locator("main")).containsText("白雪梅 请撤销这次合并");
            browser.keep(page, "pair-asked-back");
            page.fill("#words", "我也看了户口簿");
            page.locator("form[action$='/undo'] button").click();
            assertThat(page.locator("form[action$='/undo']")).hasCount(0);
            second.navigate(pair);
            assertThat(second.locator(".mt-steps")).containsText("看了户口簿，是两个人");
            assertThat(TOWNSHIP.as(() -> households.get(other)).members()).hasSize(members);

            Page phone = second;
            phone.setViewportSize(PHONE, 844);
            phone.navigate(pair);
            Browser.fine(phone, PHONE);
            browser.keep(phone, "pair-phone");
            phone.navigate(browser.address("/pairs?kind=TWICE"));
            Browser.fine(phone, PHONE);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
