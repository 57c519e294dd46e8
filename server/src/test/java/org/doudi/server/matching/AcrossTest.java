package org.doudi.server.matching;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.doudi.policy.Household;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** One person in two counties: found at night, made one by both, and two again by both. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-across")
@ContextConfiguration(initializers = ApartDatabase.class)
class AcrossTest {
    private static final String HERE = "210921";
    private static final String THERE = "210922";
    private static final OtherTownship FIRST = new OtherTownship(HERE + "118", "58");
    private static final OtherTownship SECOND = FIRST.again(THERE + "118", "59");
    private static final LocalDate SINCE = LocalDate.of(2017, 5, 1);

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Households households;

    @Autowired
    private HouseholdChanges changes;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Repeats repeats;

    @Autowired
    private Pairs pairs;

    @Autowired
    private Across across;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Today today;

    @LocalServerPort
    private int port;

    @BeforeEach
    void searched() {
        FIRST.load(loader, households);
        SECOND.load(loader, households);
        repeats.night();
    }

    private static <T> T as(Role role, String area, int which, Supplier<T> work) {
        OfficerId id = new OfficerId(8200 + role.ordinal() * 10L + which + (area.startsWith(HERE) ? 0 : 5));
        return Scope.as(new Officer(id, "a" + id.value(), which == 1 ? "白雪梅" : "王海燕", role, new Area(area)), work);
    }

    private static <T> T officer(String county, Supplier<T> work) {
        return as(Role.COUNTY_OFFICER, county, 1, work);
    }

    private List<PairView> waiting(Role role, String area, PairKind kind) {
        List<PairView> all = new ArrayList<>();
        for (int page = 0; page * Pairs.PAGE == all.size(); page++) {
            int at = page;
            all.addAll(as(role, area, 1, () -> pairs.list(new PairQuery(kind, PairQuery.Tab.WAITING, area), at)));
        }
        return all;
    }

    /** The pair of somebody who is no head of a household. */
    private PairView pair(int household) {
        String name = FIRST.persons().stream()
                .map(row -> row.split(",", -1))
                .filter(cells -> cells[1].equals(FIRST.number(household)))
                .toList()
                .get(1)[3];
        return waiting(Role.COUNTY_OFFICER, HERE, PairKind.ACROSS).stream()
                .filter(p -> p.personName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PairView now(PairView pair) {
        return officer(HERE, () -> pairs.get(pair.id()));
    }

    private PairState decide(String county, int which, PairView pair, Decision decision) {
        int version = now(pair).version();
        return as(
                Role.COUNTY_OFFICER,
                county,
                which,
                () -> across.decide(pair.id(), version, decision, Basis.PAPERS, pair.person()));
    }

    private PairState undo(String county, int which, PairView pair) {
        int version = now(pair).version();
        return as(
                Role.COUNTY_OFFICER, county, which, () -> across.undo(pair.id(), version, Basis.PAPERS, "看了户口簿，是两个人"));
    }

    private static void refused(Cause cause, Supplier<?> work) {
        assertThatThrownBy(work::get)
                .isInstanceOfSatisfying(
                        PairRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    private Household record(String county, OtherTownship township, int household) {
        long id = township.id(households, household);
        return officer(county, () -> households.record(id, today.date(), today.now()));
    }

    private List<Long> members(String county, OtherTownship township, int household) {
        long id = township.id(households, household);
        return officer(
                county,
                () -> households.get(id).members().stream()
                        .map(MemberView::person)
                        .toList());
    }

    private List<RollEntry> onRolls(String county, OtherTownship township, int household) {
        long id = township.id(households, household);
        return officer(county, () -> rolls.of(id, today.date()));
    }

    private static void noBarriers(Page page) {
        assertThat(Browser.barriers(page)).isEmpty();
    }

    @Test
    @DisplayName(
            "1.2-1 2.4-9 the night finds who is in two counties; each sees of the other's record a name and a masked number, nobody else sees the pair")
    void found() {
        PairView pair = pair(3);
        assertThat(pair.crossing()).isNotNull();
        assertThat(Objects.requireNonNull(pair.crossing()).shown().otherNumber())
                .matches("\\d{6}\\*{8}\\d{3}[0-9X]");
        Pairs.Sides sides = officer(HERE, () -> pairs.sides(pair.id()));
        assertThat(sides.person()).isNotNull();
        assertThat(sides.other()).as("the other county's record").isNull();
        Pairs.Sides others = officer(THERE, () -> pairs.sides(pair.id()));
        assertThat(others.person()).isNull();
        assertThat(others.other()).isNotNull();
        assertThat(waiting(Role.TOWNSHIP_CLERK, FIRST.code(), PairKind.ACROSS)).isEmpty();
        assertThat(waiting(Role.COUNTY_APPROVER, HERE, PairKind.ACROSS)).isEmpty();
        refused(Cause.NO_PAIR, () -> officer("210911", () -> pairs.get(pair.id())));
        assertThat(waiting(Role.COUNTY_OFFICER, HERE, PairKind.TWICE))
                .as("two of one county are a pair of that county")
                .allMatch(p -> p.crossing() == null);
        repeats.night();
        assertThat(as(Role.SYSTEM, "2109", 1, repeats::find)).as("found once").isZero();
        assertThat(officer(HERE, () -> repeats.last()).orElseThrow().officer()).isEqualTo("系统");
    }

    @Test
    @DisplayName(
            "1.2-1 two counties make one of two records and two again, neither alone; rolls and income of the one do not go over to the other")
    void merged() {
        PairView pair = pair(5);
        long there = SECOND.id(households, 5);
        SECOND.as(() -> {
            rolls.enter(
                    there,
                    RollEntry.of(Roll.PREFERENTIAL, Objects.requireNonNull(pair.other()), SINCE),
                    SINCE,
                    "试",
                    "试");
            return there;
        });
        Household first = record(HERE, FIRST, 5);
        Household second = record(THERE, SECOND, 5);
        List<RollEntry> secondRolls = onRolls(THERE, SECOND, 5);
        List<Long> members = members(THERE, SECOND, 5);

        assertThat(decide(HERE, 1, pair, Decision.SAME)).isEqualTo(PairState.PROPOSED);
        assertThat(record(THERE, SECOND, 5)).as("a proposal writes nothing").isEqualTo(second);
        refused(Cause.SAME_COUNTY, () -> decide(HERE, 2, pair, Decision.SAME));
        refused(
                Cause.SAME_COUNTY,
                () -> officer(
                        THERE,
                        () -> pairs.decide(
                                pair.id(), now(pair).version(), Decision.SAME, Basis.PAPERS, pair.person())));
        assertThat(decide(THERE, 1, pair, Decision.SAME)).isEqualTo(PairState.MERGED);
        assertThat(members(THERE, SECOND, 5)).doesNotContain(pair.other()).hasSize(members.size() - 1);
        assertThat(record(HERE, FIRST, 5)).as("the record that goes on").isEqualTo(first);
        assertThat(onRolls(HERE, FIRST, 5)).noneMatch(e -> e.roll() == Roll.PREFERENTIAL);
        assertThat(onRolls(THERE, SECOND, 5)).noneMatch(e -> e.roll() == Roll.PREFERENTIAL);
        long change = Objects.requireNonNull(now(pair).change());
        assertThatThrownBy(() -> officer(THERE, () -> {
                    changes.correct(there, change, new Evidence(today.date(), "试", "试"));
                    return there;
                }))
                .as("one county alone, on its household's page")
                .isInstanceOfSatisfying(
                        ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.MADE_BY_TWO));

        assertThat(undo(THERE, 1, pair)).isEqualTo(PairState.MERGED);
        refused(Cause.SAME_COUNTY, () -> undo(THERE, 2, pair));
        assertThat(members(THERE, SECOND, 5)).doesNotContain(pair.other());
        assertThat(undo(HERE, 1, pair)).isEqualTo(PairState.OPEN);
        assertThat(record(HERE, FIRST, 5)).isEqualTo(first);
        assertThat(record(THERE, SECOND, 5)).isEqualTo(second);
        assertThat(members(THERE, SECOND, 5)).isEqualTo(members);
        assertThat(onRolls(THERE, SECOND, 5)).isEqualTo(secondRolls);
        assertThat(officer(THERE, () -> pairs.steps(pair.id())))
                .extracting(PairView.Step::state)
                .containsExactly(PairState.PROPOSED, PairState.MERGED, PairState.MERGED, PairState.OPEN);
    }

    @Test
    @DisplayName("1.2-1 that two records are two people either county can say, and take back")
    void different() {
        PairView pair = pair(7);
        decide(HERE, 1, pair, Decision.SAME);
        assertThat(decide(THERE, 1, pair, Decision.DIFFERENT)).isEqualTo(PairState.REFUSED);
        refused(Cause.NOT_NOW, () -> decide(THERE, 1, pair, Decision.SAME));
        assertThat(as(Role.SYSTEM, "2109", 1, repeats::find))
                .as("nor is it found again")
                .isZero();
        assertThat(undo(HERE, 2, pair)).isEqualTo(PairState.OPEN);
        refused(
                Cause.NO_PAIR,
                () -> as(
                        Role.COUNTY_OFFICER,
                        "210911",
                        1,
                        () -> across.decide(pair.id(), 3, Decision.SAME, Basis.PAPERS, pair.person())));
    }

    @Test
    @DisplayName(
            "1.2-1 a pair of two counties in the browser: what is not shown of the other's record, and who is waited for")
    void inBrowser() {
        PairView pair = pair(9);
        Pairs.Sides theirs = officer(THERE, () -> pairs.sides(pair.id()));
        try (Browser browser = new Browser(port)) {
            Page page =
                    browser.signIn(accounts.create("across-here", "白雪梅", Role.COUNTY_OFFICER, new Area(HERE)), 1366);
            page.navigate(browser.address("/pairs?kind=ACROSS"));
            assertThat(page.locator("tbody")).containsText(pair.personName());
            noBarriers(page);
            browser.keep(page, "pairs-across");
            page.navigate(browser.address("/pairs/" + pair.id()));
            assertThat(page.locator("main"))
                    .not()
                    .containsText(Objects.requireNonNull(theirs.other()).householdNumber());
            assertThat(page.content())
                    .doesNotContain(theirs.other().idNumber(), theirs.other().address());
            browser.keep(page, "pair-across");
            page.keyboard().press("1");
            page.waitForURL(url -> !url.endsWith("/" + pair.id()));
            page.navigate(browser.address("/pairs/" + pair.id()));
            assertThat(page.locator("main")).containsText("要等另一个县确认");
            noBarriers(page);
            Page there =
                    browser.signIn(accounts.create("across-there", "王海燕", Role.COUNTY_OFFICER, new Area(THERE)), 390);
            there.navigate(browser.address("/pairs/" + pair.id()));
            assertThat(there.locator("main")).containsText("提出合并");
            noBarriers(there);
            browser.keep(there, "pair-across-phone");
            there.locator("button[value=SAME]").click();
            assertThat(there.locator("main")).containsText("已合并");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
