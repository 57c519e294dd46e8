package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.doudi.server.ApartDatabase;
import org.doudi.server.benefits.PriceIndexes.Published;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The price subsidy from the published figure to the money (clause 2.3-4). */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-rules-of-money")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class PriceSubsidyTest extends Treasury {
    private static final String SOURCE = "国家统计局阜新调查队";
    private static final int DESK = 1366;

    @Autowired
    private PriceIndexes indexes;

    @Autowired
    private PriceSubsidies subsidies;

    @Autowired
    private RunViews views;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private static LocalDate month(int year, int month) {
        return LocalDate.of(year, month, 1);
    }

    private static <T> T in(String area, Role role, long id, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(id), "x" + id, "x" + id, role, new Area(area)), work);
    }

    private PriceIndex entered(LocalDate month, int cpi, int food, String why) {
        return as(
                Role.STATISTICIAN,
                () -> indexes.enter(
                        new Published(month, cpi, food, month.plusMonths(1).plusDays(8), SOURCE), why));
    }

    private PriceIndex inForce(LocalDate month, int cpi, int food, String why) {
        PriceIndex index = entered(month, cpi, food, why);
        return as(Role.COUNTY_APPROVER, () -> indexes.confirm(index.id()));
    }

    private Run drafted(LocalDate month) {
        return as(Role.COUNTY_OFFICER, () -> subsidies.draft(month, key()));
    }

    private void paid(Run drafted) {
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), key()));
        Run funded = as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
        in(COUNTY, Role.FINANCE_OFFICER, 3000, () -> runs.release(funded.id(), funded.version(), key()));
    }

    private static void refused(Cause cause, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    private int members(long household) {
        return as(Role.COUNTY_OFFICER, () -> households.get(household).members().size());
    }

    private void onRoll(long household, String roll) {
        long person = payee(household);
        sql(() -> jdbc.sql(
                        "insert into registry.roll_entry (roll, household, person, village, content, valid_from, known_from,"
                                + " source) select ?, id, ?, village, '{}', date '2016-01-01', ?, 'test' from registry.household"
                                + " where id = ?")
                .params(roll, person, today.now().atOffset(ZoneOffset.UTC), household)
                .update());
    }

    @Test
    @DisplayName(
            "2.3-4 a figure that moves money waits for a second person; one that does not counts at once; a correction stays"
                    + " beside what it corrects")
    void figures() {
        LocalDate month = month(2016, 8);
        PriceIndex quiet = entered(month, 349, 599, "");
        assertThat(quiet.counts()).as("starts nothing").isTrue();
        refused(Cause.REASON, () -> entered(month, 350, 599, ""));
        PriceIndex edge = entered(month, 350, 599, "修订公报");
        assertThat(edge.triggers()).isTrue();
        assertThat(edge.counts()).isFalse();
        refused(Cause.FIGURE_WAITS, () -> entered(month, 360, 599, "再修订"));
        refused(Cause.FOUR_EYES, () -> as(Role.STATISTICIAN, () -> indexes.confirm(edge.id())));
        refused(Cause.NOT_NOW, () -> as(Role.COUNTY_OFFICER, () -> indexes.confirm(edge.id())));
        assertThatThrownBy(() -> in("210922", Role.COUNTY_APPROVER, 77, () -> indexes.confirm(edge.id())))
                .as("next door")
                .isInstanceOf(java.util.NoSuchElementException.class);
        PriceIndex counting = as(Role.COUNTY_APPROVER, () -> indexes.confirm(edge.id()));
        assertThat(counting.counts()).isTrue();
        PriceIndex old = as(Role.STATISTICIAN, () -> indexes.all(0, 50)).stream()
                .filter(i -> i.id() == quiet.id())
                .findFirst()
                .orElseThrow();
        assertThat(old.knownTo()).isEqualTo(counting.knownFrom());
        PriceIndex lower = entered(month, 100, 100, "更正");
        assertThat(lower.counts())
                .as("it stops money, so a second person looks")
                .isFalse();
        as(Role.COUNTY_APPROVER, () -> indexes.refuse(lower.id(), "公报上是 3.5"));
        assertThat(as(Role.COUNTY_OFFICER, () -> indexes.counting(COUNTY, month)))
                .hasValue(counting);
        refused(Cause.FIGURE, () -> entered(month(2017, 6), 350, 0, ""));
        refused(Cause.NOT_A_MONTH, () -> entered(month(2016, 7), 350, 0, ""));
    }

    @Test
    @DisplayName(
            "2.3-4 the city's figure holds in its counties until a county has its own; it is due 20 working days after it was"
                    + " published, and the city sees a county that is late")
    void places() {
        LocalDate month = month(2016, 9);
        PriceIndex city = in(
                "2109",
                Role.STATISTICIAN,
                81,
                () -> indexes.enter(new Published(month, 100, 610, LocalDate.of(2016, 10, 14), SOURCE), ""));
        in("2109", Role.CITY_SUPERVISOR, 82, () -> indexes.confirm(city.id()));
        assertThat(as(Role.COUNTY_OFFICER, () -> indexes.counting(COUNTY, month)))
                .hasValueSatisfying(i -> assertThat(i.dueOn()).isEqualTo(LocalDate.of(2016, 11, 11)));
        draft(month(2016, 6));
        assertThat(late(month)).as("due and no run").isTrue();
        drafted(month);
        assertThat(late(month)).as("begun and not let go").isTrue();
        PriceIndex own = entered(month, 100, 100, "");
        assertThat(own.counts()).as("the city's started it").isFalse();
        as(Role.COUNTY_APPROVER, () -> indexes.confirm(own.id()));
        assertThat(as(
                        Role.COUNTY_OFFICER,
                        () -> indexes.counting(COUNTY, month).orElseThrow().place()))
                .isEqualTo(COUNTY);
        assertThat(as(Role.COUNTY_OFFICER, () -> subsidies.effect(city).counts()))
                .as("the city's counts no more here")
                .isFalse();
        assertThat(as(Role.COUNTY_OFFICER, () -> subsidies.effect(own).counts()))
                .isTrue();
    }

    private boolean late(LocalDate month) {
        return in("2109", Role.CITY_SUPERVISOR, 82, views::late).stream()
                .anyMatch(l -> l.kind() == Run.Kind.PRICE_SUBSIDY
                        && l.county().equals(COUNTY)
                        && l.month().equals(month));
    }

    @Test
    @DisplayName(
            "2.3-4 dibao families by their heads, tekun and preferential people alone, each once; a corrected figure and a"
                    + " family that was not covered are settled with the next run")
    void settled() {
        LocalDate january = month(2017, 1);
        LocalDate february = month(2017, 2);
        long family = household();
        grant(family, Aid.DIBAO, 30_000, january, null);
        account(family);
        long leaves = household();
        grant(leaves, Aid.DIBAO, 20_000, january, null);
        account(leaves);
        long both = household();
        grant(both, Aid.DIBAO, 20_000, january, null);
        onRoll(both, "TEKUN");
        long alone = household();
        onRoll(alone, "TEKUN");
        onRoll(alone, "PREFERENTIAL");
        sql(() -> jdbc.sql(
                        "insert into benefits.award_change (village, household, benefit, from_month, reason, source, at)"
                                + " select village, id, 'TEKUN', date '2016-01-01', 'OPENING', 'roll', ? from registry.household where id = ?")
                .params(today.now().atOffset(ZoneOffset.UTC), alone)
                .update());
        refused(Cause.NO_FIGURE, () -> drafted(january));
        // 3575 a year: 6 % of a month is 17.88, so 18 yuan
        inForce(january, 0, 600, "");
        deposit(10_000_000);
        Run run = drafted(january);
        refused(Cause.RUN_EXISTS, () -> drafted(january));
        assertThat(lines(family, january)).containsExactly("NEW TO_PAY " + 1_800 * members(family) + " 0 0");
        assertThat(payments(both, january))
                .as("one of them is tekun, and counted alone")
                .containsExactlyInAnyOrder(1_800L, 1_800L * (members(both) - 1));
        assertThat(payments(alone, january)).as("on two rolls, paid once").containsExactly(1_800L);
        PriceSubsidies.Basis basis =
                as(Role.COUNTY_APPROVER, () -> subsidies.basis(run.id()).orElseThrow());
        assertThat(List.of(basis.rise(), basis.standardFen(), basis.personFen()))
                .containsExactly(600L, 357_500L, 1_800L);
        assertThat(basis.index().source()).isEqualTo(SOURCE);
        paid(run);
        assertThat(lines(family, january)).containsExactly("NEW SENT " + 1_800 * members(family) + " 0 0");

        // the figure was 6.6 %: 19.66, so 20 yuan; and one family was not owed dibao in January
        inForce(january, 0, 660, "修订公报");
        end(leaves, Aid.DIBAO, january);
        inForce(february, 350, 0, "");
        Run next = drafted(february);
        assertThat(lines(family, february))
                .containsExactly("DOWN TO_PAY " + 1_000 * members(family) + " " + 200 * members(family) + " 0");
        assertThat(lines(leaves, february)).containsExactly("STOPPED STOPPED 0 0 0");
        assertThat(reason(leaves, february)).isEqualTo("FACT");
        assertThat(sql(() -> jdbc.sql(
                                "select fen from benefits.recovery where household = ? and benefit = 'PRICE_SUBSIDY'")
                        .param(leaves)
                        .query(Long.class)
                        .single()))
                .isEqualTo(1_800L * members(leaves));
        paid(next);

        // below the limits in March; a correction of February is settled all the same
        LocalDate march = month(2017, 3);
        entered(march, 100, 100, "");
        refused(Cause.NOT_STARTED, () -> drafted(march));
        inForce(february, 0, 660, "修订公报");
        Run last = drafted(march);
        assertThat(lines(family, march)).containsExactly("STOPPED TO_PAY 0 " + 1_000 * members(family) + " 0");
        paid(last);
        Run monthly = draft(month(2017, 6));
        assertThat(sql(() -> jdbc.sql("select count(*) from benefits.line where run = ? and benefit = 'PRICE_SUBSIDY'")
                        .param(monthly.id())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    private List<Long> payments(long household, LocalDate month) {
        return sql(() -> jdbc.sql(
                        "select regular_fen from benefits.line where household = ? and month = ? and benefit = 'PRICE_SUBSIDY'")
                .params(household, month)
                .query(Long.class)
                .list());
    }

    private String reason(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select reason from benefits.line where household = ? and month = ?")
                .params(household, month)
                .query(String.class)
                .single());
    }

    @Test
    @DisplayName(
            "2.3-4 a run whose figure was corrected is not checked any more; given up and computed anew it follows the new one")
    void overtaken() {
        LocalDate month = month(2017, 4);
        long family = household();
        grant(family, Aid.DIBAO, 30_000, month, month.plusMonths(1));
        inForce(month, 0, 600, "");
        Run first = drafted(month);
        inForce(month, 0, 660, "修订公报");
        refused(
                Cause.FIGURE_CORRECTED,
                () -> as(Role.COUNTY_APPROVER, () -> runs.check(first.id(), first.version(), key())));
        as(Role.COUNTY_OFFICER, () -> runs.cancel(first.id(), first.version(), key(), "指数更正"));
        assertThat(lines(family, month)).isEmpty();
        Run again = drafted(month);
        assertThat(lines(family, month)).containsExactly("NEW TO_PAY " + 2_000 * members(family) + " 0 0");
        assertThat(as(Role.COUNTY_APPROVER, () -> runs.check(again.id(), again.version(), key()))
                        .state())
                .isEqualTo(Run.State.CHECKED);
    }

    private NewAccount person(Role role, String area) {
        return people.create("p-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(area));
    }

    private static void press(Page page, String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static void enter(Page page, String cpi, String food, String source) {
        page.locator("#month").fill("2017-05");
        page.locator("#cpi").fill(cpi);
        page.locator("#food").fill(food);
        page.locator("#published").fill("2017-06-09");
        page.locator("#source").fill(source);
        press(page, "登记");
    }

    @Test
    @DisplayName(
            "2.3-4 in the browser: the figure entered, confirmed by another, the run begun, and each line says from which figure")
    void desk() {
        LocalDate may = month(2017, 5);
        long family = household();
        grant(family, Aid.DIBAO, 30_000, may, null);
        account(family);
        try (Browser browser = new Browser(port)) {
            Page statistician = browser.signIn(person(Role.STATISTICIAN, COUNTY), DESK);
            statistician
                    .locator("nav a", new Page.LocatorOptions().setHasText("价格指数"))
                    .click();
            enter(statistician, "三点五", "6.1", SOURCE);
            assertThat(statistician.locator("#problems")).containsText("这个数字不能登记");
            enter(statistician, "3.5", "6.6", SOURCE);
            assertThat(statistician.locator("main")).containsText("等人核对");
            assertThat(Browser.barriers(statistician)).isEmpty();
            Page approver = browser.signIn(person(Role.COUNTY_APPROVER, COUNTY), DESK);
            approver.navigate(browser.address("/prices"));
            press(approver, "核对无误");
            assertThat(approver.locator("main")).containsText("每人 20.00 元");
            assertThat(approver.locator("main")).containsText("示例");
            assertThat(approver.locator("main")).containsText("2017-07-07");
            Page officer = browser.signIn(person(Role.COUNTY_OFFICER, COUNTY), DESK);
            officer.navigate(browser.address("/prices"));
            assertThat(Browser.barriers(officer)).isEmpty();
            browser.keep(officer, "prices");
            Page second = officer.context().newPage();
            String form = officer.locator("form[action='/prices/run']").first().innerHTML();
            second.navigate(browser.address("/prices/dry?month=2017-05"));
            assertThat(second.locator("main")).containsText("试算，不发钱");
            assertThat(second.locator("tbody").first()).containsText("20.00");
            browser.keep(second, "price-dry");
            assertThat(Browser.barriers(second)).isEmpty();
            second.navigate(browser.address("/prices"));
            second.locator("form[action='/prices/run']").first().evaluate("(f, html) => { f.innerHTML = html; }", form);
            press(officer, "冻结并计算补贴");
            officer.waitForURL("**/runs/*");
            press(second, "冻结并计算补贴");
            second.waitForURL("**/runs/*");
            assertThat(second.url()).as("the same form twice begins one run").isEqualTo(officer.url());
            second.close();
            assertThat(officer.locator("h1")).containsText("价格补贴");
            String number = as(Role.COUNTY_OFFICER, () -> households.get(family).number());
            officer.locator("#q").fill(number);
            officer.locator("form[role=search] button").last().click();
            officer.locator("table a[href*='/lines/']").first().click();
            assertThat(officer.locator("main")).containsText("3,575.00 ÷ 12 × 6.6% × 100% → 每人 20.00 元");
            assertThat(officer.locator("main")).containsText(SOURCE);
            browser.keep(officer, "price-line");
            assertThat(Browser.barriers(officer)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
