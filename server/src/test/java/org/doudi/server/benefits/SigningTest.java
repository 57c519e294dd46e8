package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.doudi.server.ApartDatabase;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.SigningScheme.Band;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Who signs before money goes, by its amount. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-rules-of-money")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class SigningTest extends Treasury {
    private static final int DESK = 1366;
    private static final List<Band> BANDS = List.of(new Band(0, 1, 0), new Band(50_000, 1, 1), new Band(90_000, 2, 1));

    @Autowired
    private SigningSchemes schemes;

    @Autowired
    private Signatures signatures;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private static <T> T by(long id, Role role, String area, Supplier<T> work) {
        return Scope.as(new Officer(new OfficerId(id), "s" + id, "s" + id, role, new Area(area)), work);
    }

    private static void refused(Cause cause, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    private long propose(List<Band> bands) {
        return by(
                41,
                Role.SYSTEM_ADMINISTRATOR,
                "2109",
                () -> schemes.propose(COUNTY, today.date(), "阜财社〔2017〕8 号", bands));
    }

    private void confirm(long id, long officer) {
        by(officer, Role.SECURITY_ADMINISTRATOR, "2109", () -> {
            schemes.confirm(id);
            return id;
        });
    }

    /** Others let money go in the same county. */
    @AfterEach
    void lift() {
        confirm(propose(List.of(Band.LEAST)), 42);
    }

    private void inForce() {
        confirm(propose(BANDS), 42);
    }

    /** A month of one household with that amount, whose money is set aside. */
    private Run funded(LocalDate month, long fen) {
        long household = household();
        grant(household, Aid.DIBAO, fen, month, month.plusMonths(1));
        account(household);
        deposit(fen);
        Run drafted = draft(month);
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), key()));
        return as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
    }

    private Run release(long officer, Run run) {
        return by(officer, Role.FINANCE_OFFICER, COUNTY, () -> runs.release(run.id(), run.version(), key()));
    }

    private void sign(long officer, Role role, Run run) {
        by(officer, role, COUNTY, () -> {
            signatures.sign(run.id());
            return run;
        });
    }

    @Test
    @DisplayName(
            "2.1-1 3.3-1 below, at and above a limit: the money goes when those whom the amount asks for have signed, nobody twice")
    void bands() {
        inForce();
        Run below = funded(LocalDate.of(2016, 1, 1), 49_999);
        assertThat(release(51, below).state()).isEqualTo(Run.State.RELEASED);

        Run at = funded(LocalDate.of(2016, 2, 1), 50_000);
        refused(Cause.SIGNATURES, () -> release(51, at));
        refused(
                Cause.FOUR_EYES,
                () -> as(Role.COUNTY_APPROVER, () -> {
                    signatures.sign(at.id());
                    return at;
                }));
        refused(Cause.NOT_NOW, () -> sign(61, Role.COUNTY_OFFICER, at));
        sign(61, Role.COUNTY_APPROVER, at);
        refused(Cause.SIGNED_BEFORE, () -> sign(61, Role.COUNTY_APPROVER, at));
        assertThat(release(51, at).state()).isEqualTo(Run.State.RELEASED);
        refused(Cause.NOT_NOW, () -> sign(62, Role.COUNTY_APPROVER, at));

        Run above = funded(LocalDate.of(2016, 3, 1), 90_000);
        sign(61, Role.COUNTY_APPROVER, above);
        sign(51, Role.FINANCE_OFFICER, above);
        refused(Cause.SIGNATURES, () -> release(51, above));
        Signatures.Standing standing = by(51, Role.FINANCE_OFFICER, COUNTY, () -> signatures.standing(above));
        assertThat(List.of(standing.finance(), standing.approvers()))
                .as("one's own signature is no second one")
                .containsExactly(1, 0);
        assertThat(release(52, above).state()).isEqualTo(Run.State.RELEASED);
    }

    @Test
    @DisplayName(
            "one administrator proposes and another decides; a scheme holds from its day on, and no county reaches another's")
    void administrators() {
        long id = propose(List.of(new Band(0, 1, 1)));
        refused(Cause.BANDS_WAIT, () -> propose(BANDS));
        refused(Cause.FOUR_EYES, () -> confirm(id, 41));
        refused(
                Cause.NOT_NOW,
                () -> as(Role.COUNTY_OFFICER, () -> {
                    schemes.confirm(id);
                    return id;
                }));
        by(42, Role.SECURITY_ADMINISTRATOR, "2109", () -> {
            schemes.refuse(id);
            return id;
        });
        refused(Cause.NOT_NOW, () -> confirm(id, 42));
        refused(Cause.BANDS, () -> propose(List.of()));
        refused(Cause.BANDS, () -> propose(List.of(new Band(0, 1, 0), new Band(0, 2, 0))));
        refused(Cause.BANDS, () -> propose(List.of(new Band(0, 0, 1))));
        assertThatThrownBy(() -> by(
                        41,
                        Role.SYSTEM_ADMINISTRATOR,
                        "2109",
                        () -> schemes.propose("110101", today.date(), "文", BANDS)))
                .isInstanceOf(NoSuchElementException.class);
        refused(
                Cause.BANDS,
                () -> by(
                        41,
                        Role.SYSTEM_ADMINISTRATOR,
                        "2109",
                        () -> schemes.propose(COUNTY, today.date().minusDays(1), "文", BANDS)));
        refused(
                Cause.BANDS,
                () -> by(
                        41,
                        Role.SYSTEM_ADMINISTRATOR,
                        "2109",
                        () -> schemes.propose(COUNTY, today.date().plusYears(6), "文", BANDS)));
    }

    private NewAccount person(String name, Role role, String area) {
        return people.create(name.toLowerCase(Locale.ROOT), "王海燕", role, new Area(area));
    }

    private static void press(Page page, String text) {
        page.locator("main button", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    @Test
    @DisplayName(
            "in the browser: laid down by one administrator, confirmed by another; the run says who must sign, and goes when they did")
    void desk() {
        try (Browser browser = new Browser(port)) {
            Page system = browser.signIn(person("g-system", Role.SYSTEM_ADMINISTRATOR, "2109"), DESK);
            system.navigate(browser.address("/signing"));
            system.locator("#county").selectOption(COUNTY);
            system.locator("#source").fill("阜财社〔2017〕8 号");
            system.locator("#yuan-2").fill("五百");
            press(system, "报请同意");
            assertThat(system.locator("#problems")).containsText("这份规定不对");
            system.locator("#county").selectOption(COUNTY);
            system.locator("#source").fill("阜财社〔2017〕8 号");
            system.locator("#yuan-2").fill("500");
            system.locator("#approvers-2").fill("1");
            press(system, "报请同意");
            assertThat(system.locator("main")).containsText("500.00 元起：财政局 1 人（连放款的），审批岗 1 人");
            assertThat(Browser.barriers(system)).isEmpty();
            Page security = browser.signIn(person("g-security", Role.SECURITY_ADMINISTRATOR, "2109"), DESK);
            security.navigate(browser.address("/signing"));
            press(security, "同意");
            assertThat(security.locator("main")).containsText("在用");
            Run run = funded(LocalDate.of(2016, 4, 1), 60_000);
            Page finance = browser.signIn(person("g-finance", Role.FINANCE_OFFICER, COUNTY), DESK);
            finance.navigate(browser.address("/runs/" + run.id()));
            press(finance, "放款");
            assertThat(finance.locator("#problems")).containsText("600.00 元，签字还不够");
            assertThat(finance.locator(".signing")).containsText("财政局 0 人，审批岗 1 人");
            browser.keep(finance, "run-signatures");
            assertThat(Browser.barriers(finance)).isEmpty();
            Page approver = browser.signIn(person("g-approver", Role.COUNTY_APPROVER, COUNTY), DESK);
            approver.navigate(browser.address("/runs/" + run.id()));
            press(approver, "签字同意放款");
            assertThat(approver.locator(".signing")).containsText("已签");
            finance.navigate(browser.address("/runs/" + run.id()));
            press(finance, "放款");
            assertThat(finance.locator("h1 ~ .tags")).containsText("等银行回执");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
