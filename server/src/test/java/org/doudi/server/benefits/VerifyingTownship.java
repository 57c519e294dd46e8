package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.RegisterState;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.reverification.Calendar;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ChangedFact;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.MassRun;
import org.doudi.server.reverification.MassRuns;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Reverifications;
import org.doudi.server.reverification.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * A township that verifies again who is on its rolls. It lies here, not beside what it tests, because what is stopped is money of the {@link Treasury}.
 */
abstract class VerifyingTownship extends Treasury {
    private static final Set<Gap.Kind> BEFORE_THE_ROLLS =
            EnumSet.of(Gap.Kind.MISSING_FROM_DIBAO, Gap.Kind.MISSING_FROM_REGISTER);

    @Autowired
    Calendar calendar;

    @Autowired
    Reverifications looks;

    @Autowired
    MassRuns massRuns;

    @Autowired
    Rolls rolls;

    @Autowired
    Environment environment;

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

    Assessment assess(long household) {
        return as(Role.COUNTY_OFFICER, () -> households.assess(household, today.date(), today.now()));
    }

    List<Long> onRoll() {
        return sql(() -> jdbc.sql("select household from registry.roll_entry where roll = 'DIBAO' and known_to is null"
                        + " and valid_to is null order by household")
                .query(Long.class)
                .list());
    }

    List<Reverification> of(long household) {
        return as(Role.TOWNSHIP_CLERK, () -> looks.of(household));
    }

    Reverification open(long household) {
        return of(household).get(0);
    }

    /** A household of the category that nobody looked at yet. */
    long untouched(Category category) {
        return onRoll().stream()
                .filter(h -> of(h).size() == 1
                        && open(h).category() == category
                        && open(h).stage() == Stage.PLANNED
                        && open(h).hold() == null
                        && open(h).origin() == Reverification.Origin.CALENDAR)
                .findFirst()
                .orElseThrow();
    }

    static void refused(Cause cause, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ReverificationRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    Stage visit(long household, Finding finding, @Nullable ChangedFact change) {
        Reverification look = open(household);
        return as(
                Role.VILLAGE_TEAM,
                () -> looks.visit(look.id(), look.version(), today.date(), finding, change, "看了户口本和存折"));
    }

    Connection owner() throws SQLException {
        return DriverManager.getConnection(
                Objects.requireNonNull(environment.getProperty("doudi.database.url")),
                environment.getProperty("doudi.database.owner-user"),
                environment.getProperty("doudi.database.owner-password"));
    }

    /** A rule of a later day, as a city sets one: the machine closes, also with example values. */
    void ruleFrom(LocalDate day, Category category) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("insert into reverification.rhythm (category, valid_from, months, notice_days,"
                    + " grace_days, machine_closes, accepts_examples, grade) select category, '" + day + "', months,"
                    + " notice_days, grace_days, true, true, 'published' from reverification.rhythm where category = '"
                    + category + "' and valid_from = '2013-01-01' on conflict do nothing");
        }
    }

    /** The category of which most wait, with the day moved to where they are due. */
    Category due() {
        calendar.day();
        List<Reverification> planned = onRoll().stream()
                .map(this::open)
                .filter(l -> l.stage() == Stage.PLANNED)
                .toList();
        Category category = planned.get(0).category();
        LocalDate last = planned.stream()
                .filter(l -> l.category() == category)
                .map(Reverification::dueOn)
                .max(LocalDate::compareTo)
                .orElseThrow();
        if (last.isAfter(today.date().plusDays(30))) {
            today.forward((int) (last.toEpochDay() - today.date().toEpochDay()) - 30);
        }
        calendar.day();
        // what the rolls pay is what the rules say on the day that was moved to
        onRoll().forEach(household -> as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(
                    household,
                    RollEntry.dibao(today.date(), assess(household).monthlyFen()),
                    today.date(),
                    "test",
                    "test");
            return household;
        }));
        return category;
    }

    MassRun through(Category category) {
        long id = as(Role.TOWNSHIP_REVIEWER, () -> massRuns.start(RegistryFixture.TOWNSHIP, category));
        massRuns.work();
        return as(Role.TOWNSHIP_REVIEWER, () -> massRuns.get(id));
    }

    void unvisited(LocalDate day, Category category) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("update reverification.rhythm set closes_unvisited = true where category = '"
                    + category + "' and valid_from = '" + day + "'");
        }
    }
}
