package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.doudi.server.ApartDatabase;
import org.doudi.server.casework.Cases;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.ChangedFact;
import org.doudi.server.reverification.Ending;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.Finding;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Sample;
import org.doudi.server.reverification.Samples;
import org.doudi.server.reverification.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** The calendar of re-verification, what falls out of it, and samples, on a database of their own whose day moves. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.application.name=doudi-reverification")
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class ReverificationTest extends VerifyingTownship {
    @Autowired
    private Samples samples;

    @Autowired
    private Cases cases;

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

    @Test
    @DisplayName("2.4-4 a county whose money is set aside waits with its stops, and no other county waits with it")
    void othersDoNotWait() throws SQLException {
        calendar.day();
        long missed = untouched(Category.C);
        String yearAgo = "'" + today.date().minusYears(1) + "'";
        owned("insert into benefits.run (county, kind, month, state, frozen_at, due_on, made_by)"
                + " values ('210904', 'REGULAR', '2017-01-01', 'FUNDED', now(), " + yearAgo + ", 1)");
        owned("insert into reverification.task (village, household, category, origin, base_on, planned_on, due_on,"
                + " state, delivered_on, way) select '210904100001', -n, 'C', 'CALENDAR', " + yearAgo + ", " + yearAgo
                + ", " + yearAgo + ", 'PLANNED', " + yearAgo + ", 'BY_POST' from generate_series(1, 450) n");
        owned(
                "update reverification.task set base_on = '2016-01-15', due_on = '2016-04-15', delivered_on = '2016-04-01',"
                        + " way = 'BY_POST' where state = 'PLANNED' and household = " + missed);
        assertThat(calendar.money().stopped()).isEqualTo(1);
        assertThat(open(missed).hold()).isNotNull();
        assertThat(calendar.money().stopped())
                .as("those of the other county wait on")
                .isZero();
        owned("delete from reverification.task where village = '210904100001'");
        owned("delete from benefits.run where county = '210904'");
    }

    private void owned(String sql) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate(sql);
        }
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
}
