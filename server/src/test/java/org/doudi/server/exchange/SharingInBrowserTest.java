package org.doudi.server.exchange;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.server.matching.Outcome.LIST_WRONG;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.browser.Browser;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.FeedbackFile;
import org.doudi.server.exchange.container.FeedbackRow;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two departments share a list from the agreement to the receipt, in a real browser. */
class SharingInBrowserTest extends SharingCounty {
    private static final int DESK = 1366;

    private static final int PHONE = 390;

    @Autowired
    private Accounts people;

    @Autowired
    private ListImports imports;

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @LocalServerPort
    private int port;

    private NewAccount person(Role role) {
        return people.create("x-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(COUNTY));
    }

    private static void press(Page page, String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    @Test
    @DisplayName(
            "2.4-5 2.4-7 two people agree, one makes the list, the other department takes the file and brings its receipt, in the browser")
    void inBrowser() {
        long household = households(1, 20).get(0);
        onDibao(household, 12_300);
        try (Browser browser = new Browser(port)) {
            Page officer = browser.signIn(person(Role.COUNTY_OFFICER), DESK);
            officer.navigate(browser.address("/exchange"));
            noBarriers(officer);
            officer.locator("#list").selectOption("DIBAO");
            officer.locator("#receiver").selectOption("DISABLED_FEDERATION");
            officer.locator("#receiverName").fill("康复科");
            officer.locator("#purpose").fill("核对");
            officer.locator("#basis").fill("辽政办发〔2017〕12号");
            officer.locator("#key").fill("不是公钥");
            officer.locator("input[name=fields][value=HOUSEHOLD_NUMBER]").last().check();
            press(officer, "报请同意");
            assertThat(officer.locator("#problems")).containsText("公钥读不出来");
            noBarriers(officer);
            officer.locator("#list").selectOption("DIBAO");
            officer.locator("#receiver").selectOption("DISABLED_FEDERATION");
            officer.locator("#receiverName").fill("康复科");
            officer.locator("#purpose").fill("核对");
            officer.locator("#basis").fill("辽政办发〔2017〕12号");
            officer.locator("#key").fill(receiver.verifying().pem());
            officer.locator("input[name=fields][value=HOUSEHOLD_NUMBER]").last().check();
            press(officer, "报请同意");
            Page approver = browser.signIn(person(Role.COUNTY_APPROVER), DESK);
            approver.navigate(browser.address("/exchange"));
            press(approver, "同意");
            officer.navigate(browser.address("/exchange"));
            press(officer, "生成并签名");
            assertThat(officer.locator("h1")).containsText("低保名单");
            assertThat(officer.locator(".tags")).containsText("没有取走");
            noBarriers(officer);
            browser.keep(officer, "delivery");
            String address = officer.url();
            received(browser, browser.signIn(person(Role.DISABLED_FEDERATION_OFFICER), DESK), address);
            officer.navigate(address);
            assertThat(officer.locator("main")).containsText("已迁走");
            browser.look(officer, household);
            assertThat(officer.locator("main")).containsText("康复科");
            noBarriers(officer);
            ownData(browser, officer);
            Page poverty = browser.signIn(person(Role.POVERTY_OFFICER), DESK);
            assertThat(poverty.navigate(address).status()).isEqualTo(404);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void received(Browser browser, Page federation, String address) {
        APIResponse whole = federation.request().get(address + "/file");
        byte[] file = whole.body();
        DeliveryFile checked = checked(file);
        assertThat(checked.faults()).isEmpty();
        APIResponse rest = federation
                .request()
                .get(address + "/file", RequestOptions.create().setHeader("Range", "bytes=40-"));
        assertThat(rest.status()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(file, 40, file.length));
        assertThat(federation
                        .request()
                        .get(address + "/file", RequestOptions.create().setHeader("Range", "bytes=99999999-"))
                        .status())
                .isEqualTo(416);
        federation.navigate(address);
        assertThat(federation.locator(".tags")).containsText("等回执");
        hand(federation, new byte[] {1, 2, 3});
        assertThat(federation.locator("#problems")).containsText("不完整");
        List<String> lines = Arrays.stream(new String(file, StandardCharsets.UTF_8).split("\n"))
                .skip(4)
                .toList();
        List<Handling> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(lines, i, i == 0 ? Outcome.CORRECTED : Outcome.ACCEPTED));
        }
        hand(federation, receipt(checked, 1, receiver, rows));
        assertThat(federation.locator(".tags")).containsText("办完");
        noBarriers(federation);
        browser.keep(federation, "delivery-handled");
        federation.navigate(browser.address("/exchange"));
        assertThat(federation.locator("main")).containsText("康复科");
        noBarriers(federation);
    }

    private static void hand(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("receipt", "application/octet-stream", file));
        press(page, "交上");
    }

    /** The household sees it too, by the code on its slip and no other. */
    private void ownData(Browser browser, Page officer) {
        press(officer, "给这一户一个查询码");
        String number = officer.locator("#number").textContent();
        String code = officer.locator("#code").textContent();
        noBarriers(officer);
        browser.keep(officer, "own-data-slip");
        Page household = browser.open(PHONE);
        household.navigate(browser.address("/notice/" + COUNTY));
        household.locator("a[href='/own-data']").click();
        noBarriers(household);
        household.locator("input#number").fill(number);
        household.locator("input#code").fill("2222-2222-2222");
        press(household, "查");
        assertThat(household.locator("[role=alert]")).containsText("对不上");
        household.locator("input#code").fill(code.toLowerCase(Locale.ROOT).replace("-", " "));
        press(household, "查");
        assertThat(household.locator("[role=status]")).containsText("康复科");
        assertThat(household.locator("[role=status]")).containsText("核对");
        noBarriers(household);
        browser.keep(household, "own-data");
    }

    @Test
    @DisplayName("2.4-7 the poverty office sees on a page and in a file what became of the gaps that its list opened")
    void gapsOfList() throws Exception {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        Set<Long> before = registered();
        Path file = Files.createTempFile("register", ".csv");
        List<String> rows = new ArrayList<>(List.of("姓名,身份证号,主要致贫原因"));
        RegistryFixture.persons().stream()
                .filter(p -> p[7].equals("户主"))
                .limit(12)
                .forEach(p -> rows.add(p[3] + "," + p[4] + ",因病"));
        Files.write(file, rows);
        long id = as(Role.POVERTY_OFFICER, () -> imports.read(ListKind.REGISTER, "建档立卡名单.csv", file));
        as(Role.POVERTY_OFFICER, () -> {
            imports.run(id, imports.get(id).columns(), DAY);
            return id;
        });
        for (int i = 0;
                i < 600 && as(Role.POVERTY_OFFICER, () -> imports.get(id)).state() != ListImports.State.DONE;
                i++) {
            Thread.sleep(50);
        }
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        NewAccount office = people.create("x-gaps", "王海燕", Role.POVERTY_OFFICER, new Area(COUNTY));
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(office, DESK);
            page.navigate(browser.address("/list-gaps"));
            assertThat(page.locator("tbody")).containsText("建档立卡名单.csv");
            assertThat(page.locator("tbody")).containsText("等结果");
            noBarriers(page);
            browser.keep(page, "list-gaps");
            String csv = new String(
                    page.request().get(browser.address("/list-gaps.csv")).body(), Charset.forName("GB18030"));
            assertThat(csv).contains("建档立卡名单.csv", "等结果");
            Set<Long> named = registered();
            named.removeAll(before);
            feedback(browser, page, named);
            assertThat(browser.complaints()).isEmpty();
        }
        // the other tests of this county count who is on the register
        Set<Long> entered = registered();
        entered.removeAll(before);
        as(Role.POVERTY_OFFICER, () -> {
            entered.forEach(household -> rolls.leave(household, Roll.REGISTER, null, DAY, "test", "test"));
            return entered;
        });
    }

    /** A gap of the list ends, and the office takes what was signed of it. */
    private void feedback(Browser browser, Page page, Set<Long> named) {
        page.locator("a[href='/feedback']").click();
        assertThat(page.locator("main")).containsText("还没有");
        GapView moved = as(Role.POVERTY_OFFICER, () -> {
            GapView gap = named.stream()
                    .flatMap(household -> gaps.of(household).stream())
                    .filter(g -> g.owner() == Role.POVERTY_OFFICER)
                    .findFirst()
                    .orElseThrow();
            gaps.settle(gap.id(), gap.version(), LIST_WRONG, "这一户不符合识别标准");
            gaps.reopen(gap.id(), gap.version() + 1);
            return gap;
        });
        page.reload();
        assertThat(page.locator("tbody")).containsText("重新办理");
        noBarriers(page);
        browser.keep(page, "feedback");
        assertThat(signed(browser, page)).hasSize(2);
        // ended by a platform that told nobody yet
        as(
                Role.POVERTY_OFFICER,
                () -> Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("update matching.gap set state = 'SETTLED', outcome = 'NOT_MET',"
                                        + " decided_by = 1, decided_on = opened_on where id = ?")
                                .param(moved.id())
                                .update())));
        assertThat(recalculation.tell()).isEqualTo(1);
        assertThat(recalculation.tell()).as("once").isZero();
        assertThat(signed(browser, page))
                .hasSize(3)
                .last()
                .satisfies(row -> assertThat(row.said()).contains("NOT_MET", "TOLD"));
        assertThat(page.request()
                        .get(browser.address("/feedback/file?list=DIBAO"))
                        .status())
                .as("another department's")
                .isEqualTo(404);
        page.locator("#list").selectOption("REGISTER");
        page.locator("#after").fill("3");
        press(page, "下载");
        assertThat(page.locator("[role=status]")).containsText("没有新的");
        noBarriers(page);
    }

    private List<FeedbackRow> signed(Browser browser, Page page) {
        byte[] file = page.request()
                .get(browser.address("/feedback/file?list=REGISTER"))
                .body();
        List<FeedbackRow> told = new ArrayList<>();
        try {
            FeedbackFile.read(new ByteArrayInputStream(file), as(Role.COUNTY_OFFICER, keys::open), told::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told;
    }

    private Set<Long> registered() {
        return as(
                Role.POVERTY_OFFICER,
                () -> new HashSet<>(Objects.requireNonNull(transaction.execute(t -> jdbc.sql(
                                "select household from registry.roll_entry where roll = 'REGISTER' and known_to is null and valid_to is null")
                        .query(Long.class)
                        .list()))));
    }
}
