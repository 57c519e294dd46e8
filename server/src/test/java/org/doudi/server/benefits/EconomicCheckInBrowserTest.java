package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.exchange.Agreement;
import org.doudi.server.exchange.Agreements;
import org.doudi.server.exchange.CheckRequest;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.SharedField;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.EconomicChecks;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.MassRun;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Households that are due are checked by a department before the machine closes them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-phone-pages")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class EconomicCheckInBrowserTest extends VerifyingTownship {
    private static final String COUNTY = RegistryFixture.TOWNSHIP.substring(0, 6);
    private static final Set<SharedField> FIELDS = Set.of(SharedField.NAME, SharedField.ID_NUMBER);

    @Autowired
    private Agreements agreements;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CheckRequests requests;

    @Autowired
    private EconomicChecks checks;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private static <T> T county(int which, Supplier<T> work) {
        Role role = which == 1 ? Role.COUNTY_OFFICER : Role.COUNTY_APPROVER;
        return Scope.as(new Officer(new OfficerId(960L + which), "c" + which, "王海燕", role, new Area(COUNTY)), work);
    }

    private void agree(String purpose) {
        LocalDate day = today.date();
        long id = county(
                1,
                () -> agreements.propose(
                        SharedList.CHECK,
                        Department.POVERTY_OFFICE,
                        new Agreement.Terms(
                                "信息科",
                                purpose,
                                "辽政办发〔2017〕12号",
                                FIELDS,
                                Sealing.fresh(Algorithm.SM2).verifying(),
                                day,
                                day.plusMonths(6),
                                3,
                                20)));
        county(2, () -> {
            agreements.confirm(id);
            return id;
        });
    }

    private void asksCheck(LocalDate day, Category category) throws SQLException {
        ruleFrom(day, category);
        unvisited(day, category);
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("update reverification.rhythm set asks_check = true where category = '" + category
                    + "' and valid_from = '" + day + "'");
        }
    }

    private static void refused(SharingRefused.Cause cause, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOfSatisfying(
                        SharingRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    /** Names and numbers as the department got them. */
    private List<String[]> named(long id) {
        Delivery delivery = county(1, () -> deliveries.get(id));
        StringBuilder text = new StringBuilder();
        for (int nth = 0; nth < delivery.figures().parts(); nth++) {
            int part = nth;
            text.append(new String(county(1, () -> deliveries.part(delivery, part)), StandardCharsets.UTF_8));
        }
        List<String[]> rows = Arrays.stream(text.toString().split("\n"))
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(rows.get(0)).as("only what was agreed").containsExactly("row", "change", "NAME", "ID_NUMBER");
        return rows.subList(1, rows.size());
    }

    private static byte[] answer(List<String[]> people, String number) {
        List<String> rows = new ArrayList<>(List.of("姓名,身份证号,收入项目,年收入,核对编号"));
        people.forEach(p -> rows.add(p[2] + "," + p[3] + ",见义勇为奖金,0," + number));
        return (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void hand(Page page, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload("回复.csv", "text/csv", file));
        page.locator("form[action$='/answer'] button").click();
    }

    @Test
    @DisplayName(
            "2.4-4 in the browser: who is due and agreed is named to a department, signed; the machine closes whom it answered, and not the others")
    void checked() throws SQLException {
        Category category = due();
        asksCheck(today.date(), category);
        MassRun before = through(category);
        assertThat(before.closed()).isZero();
        assertThat(before.fallouts()).containsKey(Fallout.NOT_CHECKED);

        refused(SharingRefused.Cause.PURPOSE, () -> {
            agree("统计");
            return before;
        });
        refused(
                SharingRefused.Cause.NO_AGREEMENT,
                () -> county(
                        1, () -> checks.ask(RegistryFixture.TOWNSHIP, Department.POVERTY_OFFICE, ListKind.INCOME)));
        agree("复核经济状况核对");
        refused(
                SharingRefused.Cause.NOBODY_TO_CHECK,
                () -> county(1, () -> checks.ask(RegistryFixture.TOWNSHIP, Department.POVERTY_OFFICE, ListKind.DIBAO)));
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(people.create("e-officer", "王海燕", Role.COUNTY_OFFICER, new Area(COUNTY)), 1366);
            page.navigate(browser.address("/mass-checks"));
            assertThat(Browser.barriers(page)).isEmpty();
            browser.keep(page, "mass-checks-ask");
            page.selectOption("#kind", "INCOME");
            page.locator("form[action='/mass-checks/ask'] button").click();
            assertThat(page.locator("main")).containsText("等回复");
            long id = Long.parseLong(page.url().replaceAll(".*/", ""));
            CheckRequest request = county(1, () -> requests.get(id));
            List<String[]> named = named(id);
            assertThat(named).hasSize(request.people());
            assertThat(request.answered()).isZero();

            hand(page, answer(named, "210921-CHECK-POVERTY_OFFICE-99"));
            assertThat(page.locator("main")).containsText("这份不是这一次核对的回复");
            page.navigate(browser.address("/checks/" + id));
            // of the last one nothing comes back
            hand(page, answer(named.subList(0, named.size() - 1), request.number()));
            page.locator("button[value=run]").click();
            assertThat(page.locator("#progress h2").first()).hasText("办完了");
            page.navigate(browser.address("/checks/" + id));
            assertThat(page.locator("main")).containsText("已回 " + (named.size() - 1) + " 人");
            browser.keep(page, "check");
            assertThat(Browser.barriers(page)).isEmpty();

            MassRun after = through(category);
            assertThat(after.closed()).isPositive();
            assertThat(after.closed() + after.fallouts().getOrDefault(Fallout.NOT_CHECKED, 0L))
                    .isEqualTo(before.fallouts().get(Fallout.NOT_CHECKED));
            today.forward(60);
            page.navigate(browser.address("/checks"));
            assertThat(page.locator("tbody")).containsText("过期没有回");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(county(1, () -> requests.get(id)).standing(today.date())).isEqualTo(Standing.LATE);
            hand(open(page, browser, id), answer(named, request.number()));
            page.locator("button[value=run]").click();
            Awaitility.await()
                    .until(() -> county(1, () -> requests.get(id)).standing(today.date()) == Standing.ANSWERED);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Page open(Page page, Browser browser, long id) {
        page.navigate(browser.address("/checks/" + id));
        return page;
    }
}
