package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.RegisterState;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.casework.Cases;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.reverification.Calendar;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ChangedFact;
import org.doudi.server.reverification.Ending;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Reverifications;
import org.doudi.server.reverification.Sample;
import org.doudi.server.reverification.Samples;
import org.doudi.server.reverification.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

/** Re-verification with the money that hangs on it, on a database of its own whose day moves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-reverification")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class ReverificationTest extends Treasury {
    private static final int DESK = 1366;
    private static final Set<Gap.Kind> BEFORE_THE_ROLLS =
            EnumSet.of(Gap.Kind.MISSING_FROM_DIBAO, Gap.Kind.MISSING_FROM_REGISTER);

    @Autowired
    private Calendar calendar;

    @Autowired
    private Reverifications looks;

    @Autowired
    private Samples samples;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Cases cases;

    @Autowired
    private Accounts people;

    @Autowired
    private Environment environment;

    @LocalServerPort
    private int port;

    /** Puts on the rolls who belongs there and agrees with them then, once. */
    @BeforeEach
    void enter() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("delete from reverification.rhythm where valid_from > '2013-01-01'");
        }
        if (!onRoll().isEmpty()) {
            return;
        }
        List<Long> all = sql(() -> jdbc.sql("select id from registry.household order by id")
                .query(Long.class)
                .list());
        for (long household : all) {
            Assessment a = assess(household);
            if (a.dibao() == DibaoOutcome.ELIGIBLE
                    && a.gaps().stream().map(Gap::kind).allMatch(BEFORE_THE_ROLLS::contains)) {
                as(Role.COUNTY_OFFICER, () -> {
                    rolls.enter(household, RollEntry.dibao(today.date(), a.monthlyFen()), today.date(), "test", "test");
                    if (a.register() == RegisterOutcome.POOR) {
                        rolls.enter(
                                household,
                                RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                                today.date(),
                                "test",
                                "test");
                    }
                    return household;
                });
            }
        }
    }

    private Assessment assess(long household) {
        return as(Role.COUNTY_OFFICER, () -> households.assess(household, today.date(), today.now()));
    }

    private List<Long> onRoll() {
        return sql(() -> jdbc.sql("select household from registry.roll_entry where roll = 'DIBAO' and known_to is null"
                        + " and valid_to is null order by household")
                .query(Long.class)
                .list());
    }

    private List<Reverification> of(long household) {
        return as(Role.TOWNSHIP_CLERK, () -> looks.of(household));
    }

    private Reverification open(long household) {
        return of(household).get(0);
    }

    /** A household of the category that nobody looked at yet. */
    private long untouched(Category category) {
        return onRoll().stream()
                .filter(h -> of(h).size() == 1
                        && open(h).category() == category
                        && open(h).stage() == Stage.PLANNED
                        && open(h).hold() == null
                        && open(h).origin() == Reverification.Origin.CALENDAR)
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ReverificationRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    private Stage visit(long household, Finding finding, @Nullable ChangedFact change) {
        Reverification look = open(household);
        return as(
                Role.VILLAGE_TEAM,
                () -> looks.visit(look.id(), look.version(), today.date(), finding, change, "看了户口本和存折"));
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                Objects.requireNonNull(environment.getProperty("doudi.database.url")),
                environment.getProperty("doudi.database.owner-user"),
                environment.getProperty("doudi.database.owner-password"));
    }

    /** A rule of a later day, as a city sets one: the machine closes, also with example values. */
    private void ruleFrom(LocalDate day, Category category) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("insert into reverification.rhythm (category, valid_from, months, notice_days,"
                    + " grace_days, machine_closes, accepts_examples, grade) select category, '" + day + "', months,"
                    + " notice_days, grace_days, true, true, 'published' from reverification.rhythm where category = '"
                    + category + "' and valid_from = '2013-01-01' on conflict do nothing");
        }
    }

    private long drawings() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from audit.entry where act = 'SAMPLE_DRAWN'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    @DisplayName("2.4-4 everybody on a roll has one look planned, by category and never later than a year, once")
    void planned() {
        calendar.day();
        List<Long> rolled = onRoll();
        assertThat(rolled).hasSizeGreaterThan(5);
        for (long household : rolled) {
            Reverification look = open(household);
            int months = switch (look.category()) {
                case A -> 12;
                case B -> 6;
                case C -> 3;
            };
            if (look.stage() == Stage.PLANNED && look.origin() == Reverification.Origin.CALENDAR) {
                assertThat(look.dueOn()).isEqualTo(look.baseOn().plusMonths(months));
            }
            assertThat(look.dueOn()).isBeforeOrEqualTo(look.baseOn().plusYears(1));
        }
        assertThat(calendar.day().planned()).as("once").isZero();
        long left = untouched(open(rolled.get(rolled.size() - 1)).category());
        as(Role.COUNTY_OFFICER, () -> {
            rolls.leave(left, Roll.DIBAO, null, today.date(), "test", "test");
            return left;
        });
        calendar.day();
        assertThat(of(left))
                .singleElement()
                .satisfies(l ->
                        assertThat(Objects.requireNonNull(l.end()).ending()).isEqualTo(Ending.OFF_ROLL));
    }

    @Test
    @DisplayName(
            "2.4-4 what the machine must not decide falls out with its reason; a second person confirms or opens a case")
    void fallsOut() throws SQLException {
        calendar.day();
        long family = untouched(Category.C);
        assertThat(visit(family, Finding.UNCHANGED, null)).isEqualTo(Stage.TO_CONFIRM);
        assertThat(Objects.requireNonNull(open(family).visit()).fallout()).isEqualTo(Fallout.CATEGORY);
        as(Role.TOWNSHIP_REVIEWER, () -> {
            looks.confirm(open(family).id(), open(family).version(), "看过，没有变化");
            return family;
        });
        assertThat(Objects.requireNonNull(open(family).end()).ending()).isEqualTo(Ending.CONFIRMED);
        calendar.day();
        assertThat(of(family)).hasSize(2);
        assertThat(open(family).baseOn()).isEqualTo(today.date());

        ruleFrom(today.date(), Category.C);
        long changed = untouched(Category.C);
        refused(Cause.CHANGE, () -> visit(changed, Finding.CHANGED, null));
        assertThat(visit(changed, Finding.CHANGED, ChangedFact.JOB)).isEqualTo(Stage.TO_CONFIRM);
        Reverification look = open(changed);
        refused(
                Cause.NOT_NOW,
                () -> as(Role.TOWNSHIP_REVIEWER, () -> {
                    looks.confirm(look.id(), look.version(), "没有变化");
                    return changed;
                }));
        String number = as(Role.TOWNSHIP_REVIEWER, () -> looks.openCase(look.id(), look.version(), "找到了工作"));
        assertThat(as(Role.TOWNSHIP_CLERK, () -> cases.get(number)).household()).isEqualTo(changed);
        assertThat(Objects.requireNonNull(open(changed).end()).caseNumber()).isEqualTo(number);

        long running = untouched(Category.C);
        as(Role.TOWNSHIP_CLERK, () -> cases.open(running));
        visit(running, Finding.UNCHANGED, null);
        assertThat(Objects.requireNonNull(open(running).visit()).fallout()).isEqualTo(Fallout.CASE_RUNS);

        long otherAmount = untouched(Category.C);
        grant(otherAmount, Aid.DIBAO, 1_00, today.date().withDayOfMonth(1), null);
        visit(otherAmount, Finding.UNCHANGED, null);
        assertThat(Objects.requireNonNull(open(otherAmount).visit()).fallout()).isEqualTo(Fallout.OTHER_AMOUNT);

        long same = untouched(Category.C);
        assertThat(visit(same, Finding.UNCHANGED, null)).isEqualTo(Stage.DONE);
        assertThat(Objects.requireNonNull(open(same).end()).ending()).isEqualTo(Ending.CLOSED_BY_MACHINE);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    @DisplayName("2.4-2 a sample is one act with its seed, once a month, and anybody draws the same again from it")
    void sample() throws SQLException {
        today.forward(40);
        calendar.day();
        long before = drawings();
        refused(Cause.OTHER_HANDS, () -> as(Role.TOWNSHIP_CLERK, () -> samples.draw(RegistryFixture.TOWNSHIP, 3)));
        refused(Cause.PLACE, () -> as(Role.COUNTY_OFFICER, () -> samples.draw("210922100", 3)));
        refused(Cause.SIZE, () -> as(Role.COUNTY_OFFICER, () -> samples.draw(RegistryFixture.TOWNSHIP, 501)));
        Set<String> numbers = onRoll().stream()
                .map(h -> as(Role.COUNTY_OFFICER, () -> households.get(h)).number())
                .collect(Collectors.toSet());
        long id = as(Role.COUNTY_OFFICER, () -> samples.draw(RegistryFixture.TOWNSHIP, 3));
        Sample sample = as(Role.TOWNSHIP_CLERK, () -> samples.get(id));
        assertThat(sample.population()).isEqualTo(numbers.size());
        assertThat(sample.drawn().stream().map(Sample.Drawn::number).toList())
                .isEqualTo(numbers.stream()
                        .sorted(Comparator.comparing(n -> sha256(sample.seed() + ":" + n)))
                        .limit(3)
                        .toList());
        assertThat(as(Role.TOWNSHIP_CLERK, () -> samples.drawsAgain(sample))).isTrue();
        refused(Cause.DRAWN_ALREADY, () -> as(Role.COUNTY_OFFICER, () -> samples.draw(RegistryFixture.TOWNSHIP, 3)));
        assertThat(drawings()).isEqualTo(before + 1);
        Sample.Drawn first = sample.drawn().get(0);
        if (open(first.household()).stage() == Stage.PLANNED) {
            assertThat(open(first.household()).dueOn()).isBeforeOrEqualTo(sample.dueOn());
            visit(first.household(), Finding.UNCHANGED, null);
            assertThat(Objects.requireNonNull(open(first.household()).visit()).fallout())
                    .isEqualTo(Fallout.DRAWN);
        }
    }

    private NewAccount person(Role role, String area) {
        return people.create("r-" + role.name().toLowerCase(Locale.ROOT), "王海燕", role, new Area(area));
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    @DisplayName(
            "2.4-4 in the browser: planned, visited, unchanged and closed; another missed, announced, told, stopped, verified, let go")
    void walk() throws SQLException {
        calendar.day();
        ruleFrom(today.date(), Category.A);
        long family = onRoll().stream()
                .filter(h -> open(h).category() != Category.C && of(h).size() == 1)
                .findFirst()
                .orElseThrow();
        ruleFrom(today.date(), open(family).category());
        long missed = untouched(Category.C);
        try (Browser browser = new Browser(port)) {
            Page clerk = browser.signIn(person(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP), DESK);
            Page assistant =
                    browser.signIn(person(Role.VILLAGE_ASSISTANT, open(family).village()), 390);
            Page reviewer = browser.signIn(person(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP), DESK);
            closed(browser, clerk, assistant, family);
            stopped(browser, clerk, missed);
            letGo(browser, reviewer, missed);
            drawn(browser, reviewer);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void closed(Browser browser, Page clerk, Page assistant, long family) {
        Reverification look = open(family);
        clerk.navigate(browser.address("/reverifications"));
        assertThat(clerk.locator("main")).containsText("工作计划");
        browser.keep(clerk, "reverification-plan");
        assertThat(Browser.barriers(clerk)).isEmpty();
        clerk.navigate(browser.address("/reverifications/" + look.id()));
        clerk.locator("#visitor").selectOption(new SelectOption().setIndex(1));
        clerk.locator("form[action$='/assign'] button").click();
        assertThat(Browser.barriers(clerk)).isEmpty();
        assistant.navigate(browser.address("/reverifications?show=PLANNED"));
        assistant.locator("a[href='/reverifications/" + look.id() + "']").click();
        assistant.locator("input[value=UNCHANGED]").check();
        assistant.locator("#evidence").fill("看了户口本和存折，都一样");
        browser.keep(assistant, "reverification-visit-phone");
        assertThat(Browser.barriers(assistant)).isEmpty();
        assistant.locator("form[action$='/visit'] button").click();
        assertThat(assistant.locator("main")).containsText("没有变化，系统办结");
        calendar.day();
        assertThat(open(family).baseOn()).isEqualTo(today.date());
        assertThat(open(family).stage()).isEqualTo(Stage.PLANNED);
    }

    private void stopped(Browser browser, Page clerk, long missed) {
        LocalDate due = open(missed).dueOn();
        today.forward((int) (due.toEpochDay() - today.date().toEpochDay()) - 31);
        calendar.day();
        assertThat(open(missed).told().announcedOn()).as("too early").isNull();
        today.forward(1);
        calendar.day();
        assertThat(open(missed).told().announcedOn()).isEqualTo(today.date());
        clerk.navigate(browser.address("/cases"));
        clerk.locator("a[href^='/reverifications?show=TO_TELL']").click();
        clerk.locator("a[href='/reverifications/" + open(missed).id() + "']").click();
        clerk.locator("#receivedBy").fill("本人");
        clerk.locator("form[action$='/deliver'] button").click();
        assertThat(clerk.locator("main")).containsText("本人 · 当面");
        clerk.navigate(browser.address("/reverifications/" + open(missed).id() + "/letter"));
        assertThat(clerk.locator("main")).containsText("定期复核告知书");
        assertThat(Browser.barriers(clerk)).isEmpty();

        today.forward(45);
        assertThat(calendar.day().stopped()).as("the days of grace").isZero();
        grant(missed, Aid.DIBAO, assess(missed).monthlyFen(), next(), null);
        account(missed);
        deposit(10_000_000);
        today.forward(1);
        assertThat(calendar.day().stopped()).as("only who was told").isEqualTo(1);
        assertThat(calendar.day().stopped()).as("once").isZero();
        clerk.navigate(browser.address("/reverifications?show=HELD"));
        assertThat(clerk.locator("main")).containsText("停发");
        clerk.locator("a[href='/reverifications/" + open(missed).id() + "']").click();
        assertThat(clerk.locator("main")).containsText("没有按期复核，停发");
        assertThat(Browser.barriers(clerk)).isEmpty();
        draft(next());
        assertThat(lines(missed, next())).singleElement().asString().contains(" HELD ");
    }

    private LocalDate next() {
        return today.date().withDayOfMonth(1).plusMonths(1);
    }

    private void letGo(Browser browser, Page reviewer, long missed) {
        visit(missed, Finding.UNCHANGED, null);
        assertThat(open(missed).stage()).isEqualTo(Stage.TO_CONFIRM);
        reviewer.navigate(browser.address("/reverifications/" + open(missed).id()));
        assertThat(reviewer.locator("main")).containsText("为什么要人看");
        assertThat(Browser.barriers(reviewer)).isEmpty();
        reviewer.locator("#w1").fill("入户看过，没有变化");
        reviewer.locator("form[action$='/confirm'] button").click();
        assertThat(reviewer.locator("main")).containsText("恢复发放");
        assertThat(lines(missed, next())).singleElement().asString().contains(" TO_PAY ");
        assertThat(as(Role.COUNTY_OFFICER, () -> awards.of(missed))).hasSize(1);
        reviewer.navigate(browser.address("/reverifications?show=DONE"));
        assertThat(reviewer.locator("main")).containsText("人确认不变");
    }

    private void drawn(Browser browser, Page reviewer) {
        reviewer.navigate(browser.address("/samples"));
        assertThat(Browser.barriers(reviewer)).isEmpty();
        reviewer.locator("#size").fill("2");
        reviewer.locator("form[action='/samples'] button").click();
        assertThat(reviewer.locator("main")).containsText("重抽一致");
        browser.keep(reviewer, "sample");
        assertThat(Browser.barriers(reviewer)).isEmpty();
    }
}
