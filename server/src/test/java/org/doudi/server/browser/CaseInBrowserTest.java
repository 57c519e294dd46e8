package org.doudi.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.doudi.server.OwnDatabase;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A case from the door to the letter in a real browser, each role at its own desk. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OwnDatabase.class)
class CaseInBrowserTest {
    private static final int DESK = 1366;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private NewAccount account(Role role, String area) {
        return accounts.create("b-" + role.name().toLowerCase(Locale.ROOT) + "-" + port, "王海燕", role, new Area(area));
    }

    private long household() {
        return RegistryFixture.as(
                Role.TOWNSHIP_CLERK,
                RegistryFixture.TOWNSHIP,
                () -> transaction.execute(t -> jdbc.sql(
                                "select h.id from registry.household h where not exists"
                                        + " (select from casework.case_file c where c.household = h.id) order by h.id desc limit 1")
                        .query(Long.class)
                        .single()));
    }

    private static FilePayload photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return new FilePayload("photo.png", "image/png", out.toByteArray());
    }

    private static void checkAll(Page page) {
        for (Locator box : page.locator("form input[type=checkbox]").all()) {
            box.check();
        }
    }

    private static void choose(Page page, String value) {
        for (Locator radio :
                page.locator("form input[type=radio][value=" + value + "]").all()) {
            radio.check();
        }
    }

    private static void fill(Page page, Map<String, String> values) {
        values.forEach((name, value) -> page.locator("[name='" + name + "']").fill(value));
    }

    private static void submit(Page page) {
        page.locator("form[enctype] button[type=submit]").click();
    }

    private static void verdicts(Page page) {
        for (Locator item : page.locator("ol.dec li").all()) {
            if (item.innerText().contains("要人决定")) {
                item.locator("input[value=REFUSED]").check();
                item.locator("input[name^='reason.']").fill("没有提出申请");
            } else {
                item.locator("input[value=AGREE]").check();
            }
        }
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    @Test
    @DisplayName("2.1-1 2.2-6 3.4-4 each role does its step in the browser, from the search to the letter")
    void walk() throws IOException {
        RegistryFixture.load(loader, households);
        long household = household();
        Map<Role, Page> desks = new EnumMap<>(Role.class);
        try (Browser browser = new Browser(port)) {
            for (Role role : List.of(Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER)) {
                desks.put(role, browser.signIn(account(role, RegistryFixture.TOWNSHIP), DESK));
            }
            for (Role role : List.of(Role.COUNTY_OFFICER, Role.COUNTY_APPROVER)) {
                desks.put(role, browser.signIn(account(role, "210921"), DESK));
            }
            Page clerk = Objects.requireNonNull(desks.get(Role.TOWNSHIP_CLERK));
            Page reviewer = Objects.requireNonNull(desks.get(Role.TOWNSHIP_REVIEWER));
            Page officer = Objects.requireNonNull(desks.get(Role.COUNTY_OFFICER));
            Page approver = Objects.requireNonNull(desks.get(Role.COUNTY_APPROVER));

            assertThat(clerk.locator("h1")).hasText("工作台");
            noBarriers(clerk);
            browser.look(clerk, household);
            assertThat(clerk.locator("button", new Page.LocatorOptions().setHasText("发起办件")))
                    .isVisible();
            browser.keep(clerk, "household");
            noBarriers(clerk);
            clerk.locator("button", new Page.LocatorOptions().setHasText("发起办件"))
                    .click();
            clerk.waitForURL("**/cases/**");
            String path = clerk.url().substring(browser.address("").length());

            // nothing filled in: everything that is missing is told at once, and at its field
            submit(clerk);
            assertThat(clerk.locator("#problems")).isVisible();
            assertThat(clerk.locator("form[enctype] .err").count()).isGreaterThanOrEqualTo(5);
            browser.keep(clerk, "acceptance-missing");
            noBarriers(clerk);
            checkAll(clerk);
            choose(clerk, "NO");
            submit(clerk);
            assertThat(clerk.locator("#work")).hasText("经济核对");
            // the clerk reads the next step and cannot do it
            assertThat(clerk.locator("form[enctype]").count()).isZero();

            officer.navigate(browser.address(path));
            choose(officer, "NONE");
            fill(officer, Map.of("declaredYuan", "6800", "foundYuan", "6800", "report", "核字1号"));
            browser.keep(officer, "economic-check");
            submit(officer);
            assertThat(officer.locator("#work")).hasText("入户调查");

            clerk.navigate(browser.address(path));
            String day = today.date().toString();
            fill(
                    clerk,
                    Map.of(
                            "surveyedOn",
                            day,
                            "surveyor1",
                            "孟庆林",
                            "surveyor2",
                            "高原",
                            "place",
                            "村东头",
                            "housing",
                            "砖木三间"));
            clerk.locator("input[type=file]")
                    .setInputFiles(
                            new FilePayload("photo.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
            checkAll(clerk);
            submit(clerk);
            assertThat(clerk.locator("#problems")).containsText("不是照片");
            clerk.locator("input[type=file]").setInputFiles(photo());
            submit(clerk);
            assertThat(clerk.locator("#work")).hasText("民主评议");
            fill(
                    clerk,
                    Map.of(
                            "heldOn",
                            day,
                            "roster",
                            "21",
                            "present",
                            "18",
                            "villagers",
                            "13",
                            "recused",
                            "0",
                            "yes",
                            "18",
                            "no",
                            "0",
                            "abstained",
                            "0"));
            checkAll(clerk);
            submit(clerk);
            assertThat(clerk.locator("#work")).hasText("乡镇审核");

            reviewer.navigate(browser.address(path));
            verdicts(reviewer);
            fill(reviewer, Map.of("opinion", "情况属实，同意按系统结论公示。"));
            browser.keep(reviewer, "township-review");
            noBarriers(reviewer);
            submit(reviewer);
            assertThat(reviewer.locator("#work")).hasText("村里公示");

            clerk.navigate(browser.address(path));
            fill(clerk, Map.of("place", "村务公开栏"));
            clerk.locator("input[type=file]").setInputFiles(photo());
            submit(clerk);
            assertThat(clerk.locator("form[enctype] button")).hasText("撤下公示，没有未答复的异议");
            clerk.navigate(browser.address(path + "/notice"));
            assertThat(clerk.locator("main")).not().containsText("****");
            browser.keep(clerk, "notice");
            noBarriers(clerk);
            clerk.navigate(browser.address(path));
            checkAll(clerk);
            submit(clerk);
            assertThat(clerk.locator("#problems")).containsText("期满以后才能撤下");
            today.forward(7);
            submit(clerk);
            assertThat(clerk.locator("#work")).hasText("报县");

            reviewer.navigate(browser.address(path));
            checkAll(reviewer);
            submit(reviewer);
            officer.navigate(browser.address(path));
            choose(officer, "VISITED");
            fill(officer, Map.of("visitedOn", today.date().toString(), "visitFinding", "和申报一致", "opinion", "同意"));
            submit(officer);
            fill(officer, Map.of("place", "县政务网"));
            officer.locator("input[type=file]").setInputFiles(photo());
            submit(officer);
            today.forward(7);
            officer.navigate(browser.address(path));
            checkAll(officer);
            submit(officer);
            assertThat(officer.locator("#work")).hasText("县级审批");

            approver.navigate(browser.address("/cases"));
            approver.locator("table a").first().waitFor();
            approver.navigate(browser.address(path));
            verdicts(approver);
            fill(approver, Map.of("opinion", "同意。"));
            browser.keep(approver, "decision");
            submit(approver);
            assertThat(approver.locator("#work")).hasText("送达决定书");

            officer.navigate(browser.address(path));
            byte[] letter =
                    officer.request().get(browser.address(path + "/letter.pdf")).body();
            assertThat(new String(letter, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            Files.write(Path.of("target", "screenshots", "letter.pdf"), letter);
            choose(officer, "BY_HAND");
            fill(officer, Map.of("deliveredOn", today.date().toString(), "receivedBy", "本人"));
            submit(officer);
            assertThat(officer.locator("#work ~ *, .b")).not().hasCount(0);
            assertThat(officer.locator("main")).containsText("这件已经办结");
            browser.keep(officer, "case-closed");
            noBarriers(officer);

            // the same case on a telephone has no sideways scroll
            Page phone = browser.signIn(account(Role.VILLAGE_ASSISTANT, RegistryFixture.TOWNSHIP), 390);
            phone.navigate(browser.address(path));
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            browser.keep(phone, "phone");
            noBarriers(phone);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
