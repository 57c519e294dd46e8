package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.server.ApartDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Rhythm;
import org.doudi.server.reverification.Rhythm.Closing;
import org.doudi.server.reverification.Rhythm.Terms;
import org.doudi.server.reverification.Rhythms;
import org.doudi.server.reverification.Rhythms.Effect;
import org.doudi.server.reverification.Rhythms.Source;
import org.doudi.server.reverification.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The city's own rule of how often, under four eyes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-phone-pages")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class RhythmsTest extends VerifyingTownship {
    private static final Terms TERMS =
            new Terms(3, 20, 10, Set.of(Closing.UNCHANGED, Closing.UNVISITED, Closing.CHECKED));

    @Autowired
    private Rhythms rhythms;

    @Autowired
    private Accounts people;

    @LocalServerPort
    private int port;

    private static <T> T city(long id, Supplier<T> work) {
        return Scope.as(
                new Officer(new OfficerId(id), "city" + id, "督导", Role.CITY_SUPERVISOR, new Area("2109")), work);
    }

    private Source from(LocalDate day) {
        return new Source(day, today.date(), "市民政局 2017-9", "第三条");
    }

    private long proposed(Category category, Terms terms, LocalDate from) {
        return city(9_701, () -> rhythms.propose(category, terms, from(from)));
    }

    private Terms held(Category category) {
        return city(9_701, rhythms::inForce).stream()
                .filter(r -> r.category() == category)
                .findFirst()
                .map(Rhythm::terms)
                .orElseThrow();
    }

    private long approved(long officer, long id) {
        return city(officer, () -> {
            rhythms.approve(id);
            return id;
        });
    }

    @Test
    @DisplayName(
            "2.4-4 a rule counts from its day on when a second supervisor put it in force, and shows before that what it would change")
    void inForce() {
        calendar.day();
        Category category = onRoll().stream()
                .map(this::open)
                .filter(look -> look.stage() == Stage.PLANNED)
                .findFirst()
                .orElseThrow()
                .category();
        Terms shipped = held(category);
        LocalDate day = today.date();
        long id = proposed(category, TERMS, day);
        assertThat(held(category)).as("proposed alone").isEqualTo(shipped);
        refused(Cause.OWN, () -> approved(9_701, id));
        refused(
                Cause.OTHER_HANDS,
                () -> as(Role.COUNTY_APPROVER, () -> {
                    rhythms.approve(id);
                    return id;
                }));
        refused(Cause.TWICE, () -> proposed(category, shipped, day));
        List<Effect> effects = city(9_702, () -> rhythms.effects(rhythms.get(id)));
        assertThat(effects)
                .filteredOn(e -> e.what() == Effect.What.LOOKS)
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.before() * shipped.months()).isPositive();
                    assertThat(e.after() * TERMS.months()).isEqualTo(e.before() * shipped.months());
                });
        approved(9_702, id);
        assertThat(held(category)).isEqualTo(TERMS);
        // a later row of the same day takes the place of the earlier one, which stays on record
        Terms again = new Terms(4, 20, 10, Set.of());
        long second = proposed(category, again, day);
        approved(9_702, second);
        assertThat(held(category)).isEqualTo(again);
        assertThat(city(9_701, rhythms::entered)).extracting(Rhythm::id).contains(id, second);
        refused(Cause.OVERTAKEN, () -> approved(9_702, id));
        // one of a later day waits for its day
        long later = proposed(category, TERMS, day.plusDays(40));
        approved(9_702, later);
        assertThat(held(category)).isEqualTo(again);
    }

    @Test
    @DisplayName("2.4-4 no rule less often than yearly, without time to be told, from the past, or without a document")
    void refusals() {
        LocalDate day = today.date();
        for (Terms unlawful : List.of(
                new Terms(13, 30, 15, Set.of()),
                new Terms(0, 30, 15, Set.of()),
                new Terms(12, 14, 15, Set.of()),
                new Terms(12, 30, 6, Set.of()))) {
            refused(Cause.NUMBERS, () -> proposed(Category.A, unlawful, day));
        }
        refused(Cause.CLOSING, () -> proposed(Category.A, new Terms(12, 30, 15, Set.of(Closing.UNVISITED)), day));
        refused(Cause.RULE_DAY, () -> proposed(Category.A, TERMS, day.minusDays(1)));
        refused(
                Cause.DOCUMENT,
                () -> city(9_701, () -> rhythms.propose(Category.A, TERMS, new Source(day, day, " ", ""))));
        refused(Cause.NOTHING, () -> approved(9_702, 99_999_999));
        long id = proposed(Category.A, TERMS, day.plusDays(7));
        refused(
                Cause.WORDS,
                () -> city(9_702, () -> {
                    rhythms.refuse(id, "不");
                    return id;
                }));
        city(9_701, () -> {
            rhythms.withdraw(id);
            return id;
        });
        refused(Cause.OVERTAKEN, () -> approved(9_702, id));
    }

    private NewAccount supervisor(String name) {
        return people.create(name, "王海燕", Role.CITY_SUPERVISOR, new Area("2109"));
    }

    @Test
    @DisplayName(
            "2.4-4 in the browser: one supervisor sets a rule by a document, another sees its effect and puts it in force")
    void pages() {
        calendar.day();
        try (Browser browser = new Browser(port)) {
            Page one = browser.signIn(supervisor("r-one"), 1366);
            one.navigate(browser.address("/reverifications/rhythm?category=C"));
            browser.keep(one, "rhythm");
            assertThat(Browser.barriers(one)).isEmpty();
            one.fill("#months", "2");
            one.check("input[name=machine][value=UNCHANGED]");
            one.fill("#document", "市民政局关于定期复核的通知");
            one.locator("form[action='/reverifications/rhythm'] button").click();
            assertThat(one.locator("#effect")).isVisible();
            assertThat(one.locator("form[action$='/approve']")).hasCount(0);

            Page two = browser.signIn(supervisor("r-two"), 390);
            two.navigate(one.url());
            browser.keep(two, "rhythm-one");
            assertThat(Browser.barriers(two)).isEmpty();
            assertThat((Integer) two.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            two.locator("form[action$='/approve'] button").click();
            assertThat(two.locator("main")).containsText("已核准");
            two.navigate(browser.address("/reverifications/rhythm"));
            assertThat(two.locator("#entered")).isVisible();
            assertThat((Integer) two.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(held(Category.C)).isEqualTo(new Terms(2, 30, 15, Set.of(Closing.UNCHANGED)));
    }
}
