package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.PovertyCause;
import org.doudi.server.registry.PovertyRegister;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.Ending;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.Figures;
import org.doudi.server.reverification.MassRun;
import org.doudi.server.reverification.MassRun.State;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Supervision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Many looks checked at once, what supervisors see of it, and who holds measures. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-phone-pages")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class MassRunInBrowserTest extends VerifyingTownship {
    private static final int DESK = 1366;

    @Autowired
    private Supervision supervision;

    @Autowired
    private PovertyRegister register;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private NewAccount person(String name, Role role, String area) {
        return people.create(name, "王海燕", role, new Area(area));
    }

    @Test
    @DisplayName(
            "2.4-4 a mass check leaves everybody to people by the country's rule, and ends who is unchanged where the city's own rule and figures let it")
    void checked() throws SQLException {
        Category category = due();
        refused(
                Cause.OTHER_HANDS,
                () -> as(Role.TOWNSHIP_CLERK, () -> massRuns.start(RegistryFixture.TOWNSHIP, category)));
        refused(Cause.PLACE, () -> as(Role.TOWNSHIP_REVIEWER, () -> massRuns.start("210922100", category)));
        MassRun first = through(category);
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.total()).isPositive();
        assertThat(first.looked()).isEqualTo(first.total());
        assertThat(first.closed())
                .as("by the country's rule and example values")
                .isZero();
        assertThat(first.fallouts().values().stream().mapToLong(n -> n).sum()).isEqualTo(first.total());
        assertThat(as(Role.TOWNSHIP_REVIEWER, () -> massRuns.left(first, null))).isNotEmpty();

        ruleFrom(today.date(), category);
        MassRun second = through(category);
        assertThat(second.fallouts()).as("a visit is asked for").containsKey(Fallout.NOT_VISITED);
        assertThat(second.closed()).isZero();

        unvisited(today.date(), category);
        long stopped = as(Role.TOWNSHIP_REVIEWER, () -> massRuns.start(RegistryFixture.TOWNSHIP, category));
        refused(
                Cause.RUNS_ALREADY,
                () -> as(Role.TOWNSHIP_REVIEWER, () -> massRuns.start(RegistryFixture.TOWNSHIP, category)));
        as(Role.TOWNSHIP_REVIEWER, () -> {
            massRuns.stop(stopped, massRuns.get(stopped).version());
            return stopped;
        });
        massRuns.work();
        assertThat(as(Role.TOWNSHIP_REVIEWER, () -> massRuns.get(stopped)).looked())
                .as("stopped")
                .isZero();
        refused(
                Cause.OVERTAKEN,
                () -> as(Role.TOWNSHIP_REVIEWER, () -> {
                    massRuns.goOn(stopped, 0);
                    return stopped;
                }));
        as(Role.TOWNSHIP_REVIEWER, () -> {
            massRuns.goOn(stopped, massRuns.get(stopped).version());
            return stopped;
        });
        massRuns.work();
        MassRun third = as(Role.TOWNSHIP_REVIEWER, () -> massRuns.get(stopped));
        assertThat(third.closed())
                .as("who was left for a visit only")
                .isEqualTo(second.fallouts().get(Fallout.NOT_VISITED));
        assertThat(onRoll().stream()
                        .flatMap(h -> of(h).stream())
                        .filter(l -> l.end() != null
                                && Objects.requireNonNull(l.end()).ending() == Ending.CLOSED_BY_MACHINE
                                && l.visit() == null)
                        .count())
                .isGreaterThanOrEqualTo(third.closed());
        List<Figures> figures = as(Role.CITY_SUPERVISOR, () -> supervision.figures("2109"));
        assertThat(figures)
                .filteredOn(f -> f.place().equals(RegistryFixture.TOWNSHIP.substring(0, 6)))
                .singleElement()
                .satisfies(f -> assertThat(f.ways().machine()).isGreaterThanOrEqualTo(third.closed()));
        assertThat(as(Role.CITY_SUPERVISOR, () -> massRuns.list()))
                .as("figures, not people")
                .isEmpty();
    }

    /** A city's rule of today: the machine closes without a visit, but never by example values. */
    private void strictRule(LocalDate day, Category category) throws SQLException {
        ruleFrom(day, category);
        unvisited(day, category);
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("update reverification.rhythm set accepts_examples = false where category = '"
                    + category + "' and valid_from = '" + day + "'");
        }
    }

    @Test
    @DisplayName(
            "2.4-4 2.3-1 in the browser: a county makes the example values its own under four eyes, and from then on machines close who is unchanged")
    void ownValues() throws SQLException {
        Category category = due();
        strictRule(today.date(), category);
        MassRun before = through(category);
        assertThat(before.closed()).isZero();
        assertThat(before.fallouts()).containsKey(Fallout.EXAMPLE_VALUES);
        String county = RegistryFixture.TOWNSHIP.substring(0, 6);
        try (Browser browser = new Browser(port)) {
            Page officer = browser.signIn(person("p-officer", Role.COUNTY_OFFICER, county), DESK);
            officer.navigate(browser.address("/parameters?examples=true"));
            browser.keep(officer, "parameters-examples");
            assertThat(Browser.barriers(officer)).isEmpty();
            officer.locator("input[name=key]").all().forEach(Locator::check);
            officer.locator("#document").fill("县民政局关于本县低保有关数值的通知");
            officer.locator("form[action='/parameters/adopt'] button[type=submit]")
                    .click();
            assertThat(officer.locator("#waiting")).isVisible();
            assertThat(officer.locator("input[name=id]")).hasCount(0);
            officer.locator("table a[href*='/parameters/entered/']").first().click();
            assertThat(officer.locator("main")).containsText("试算了");
            browser.keep(officer, "parameters-entered");
            assertThat(Browser.barriers(officer)).isEmpty();

            officer.navigate(browser.address("/parameters/dibao.standard"));
            assertThat(Browser.barriers(officer)).isEmpty();
            officer.locator("#value").fill("100");
            officer.locator("#document").fill("县政府文件");
            officer.locator("form[action='/parameters/dibao.standard'] button").click();
            assertThat(officer.locator("[role=alert]")).containsText("不能低于扶贫标准");
            officer.navigate(browser.address("/parameters/poverty.line"));
            assertThat(officer.locator("main")).containsText("全国统一规定");
            assertThat(officer.locator("#value")).hasCount(0);

            Page approver = browser.signIn(person("p-approver", Role.COUNTY_APPROVER, county), DESK);
            approver.navigate(browser.address("/parameters"));
            approver.locator("button[hx-get]").click();
            assertThat(approver.locator("#effects")).containsText("变为 0 户");
            browser.keep(approver, "parameters-waiting");
            assertThat(Browser.barriers(approver)).isEmpty();
            approver.locator("form[action='/parameters/approve'] button[type=submit]")
                    .click();
            assertThat(approver.locator("#waiting")).hasCount(0);
            Page phone = browser.signIn(person("p-phone", Role.CITY_SUPERVISOR, "2109"), 390);
            phone.navigate(browser.address("/parameters"));
            browser.keep(phone, "parameters-phone");
            assertThat((Integer) phone.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
        }
        MassRun after = through(category);
        assertThat(after.fallouts()).doesNotContainKey(Fallout.EXAMPLE_VALUES);
        assertThat(after.closed()).isEqualTo(before.fallouts().get(Fallout.EXAMPLE_VALUES));
    }

    @Test
    @DisplayName(
            "2.4-4 2.1-4 in the browser: a mass check is begun, its figures drilled into, and who holds no measure is listed")
    void pages() {
        due();
        long helped = onRoll().get(0);
        try (Browser browser = new Browser(port)) {
            Page reviewer =
                    browser.signIn(person("m-reviewer", Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP), DESK);
            reviewer.navigate(browser.address("/mass-checks"));
            assertThat(Browser.barriers(reviewer)).isEmpty();
            reviewer.locator("form[action='/mass-checks'] button").click();
            reviewer.waitForURL("**/mass-checks/*");
            massRuns.work();
            assertThat(reviewer.locator("main")).containsText("核对完");
            reviewer.reload();
            browser.keep(reviewer, "mass-check");
            assertThat(Browser.barriers(reviewer)).isEmpty();
            reviewer.locator("a[href*='reason=']").first().click();
            assertThat(reviewer.locator("tbody tr").first()).isVisible();

            Page city = browser.signIn(person("m-city", Role.CITY_SUPERVISOR, "2109"), DESK);
            city.locator("nav a[href='/reverifications/figures']").click();
            city.locator("a[href='/reverifications/figures?place=" + RegistryFixture.TOWNSHIP.substring(0, 6) + "']")
                    .click();
            city.locator("a[href='/reverifications/figures?place=" + RegistryFixture.TOWNSHIP + "']")
                    .click();
            browser.keep(city, "reverification-figures");
            assertThat(city.locator("tbody a")).hasCount(0);
            assertThat(Browser.barriers(city)).isEmpty();

            Page poverty = browser.signIn(
                    person("m-poverty", Role.POVERTY_OFFICER, RegistryFixture.TOWNSHIP.substring(0, 6)), DESK);
            String without =
                    "/measures?group=REGISTER&standing=WITHOUT&place=" + RegistryFixture.TOWNSHIP.substring(0, 6);
            poverty.navigate(browser.address("/measures"));
            poverty.locator("a[href='" + without + "']").click();
            browser.keep(poverty, "measures");
            assertThat(Browser.barriers(poverty)).isEmpty();
            int before = Integer.parseInt(
                    poverty.locator("a[href='" + without + "']").innerText());
            String group = poverty.locator("a[href='/households/" + helped + "/register']")
                                    .count()
                            > 0
                    ? "REGISTER"
                    : "DIBAO";
            as(Role.POVERTY_OFFICER, () -> {
                register.plan(helped, PovertyCause.ILLNESS, "送医签约", "张医生", today.date());
                return helped;
            });
            poverty.reload();
            int after = Integer.parseInt(
                    poverty.locator("a[href='" + without + "']").innerText());
            assertThat(before - after).isEqualTo(group.equals("REGISTER") ? 1 : 0);
            poverty.navigate(browser.address("/measures?group=" + group + "&standing=RUNNING"));
            assertThat(poverty.locator("a[href='/households/" + helped + "/register']"))
                    .isVisible();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
