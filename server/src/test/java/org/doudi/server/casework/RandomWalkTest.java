package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Field;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Officers of every role do anything to cases in any order, with forms right and wrong, on the real database. */
class RandomWalkTest extends CaseOffice {
    private static final int ACTS = 350;
    private static final int CASES = 3;

    @Autowired
    private JdbcClient database;

    private final List<Officer> officers = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    /** Which cases are decided so that it stands, with the day on which it began to hold. */
    private final Map<String, LocalDate> decided = new HashMap<>();

    private int done;
    private int refused;
    private int decisions;

    private void staff(int seed) {
        for (Role role : WorksWithPeople.ROLES) {
            String area = role.department() == Role.TOWNSHIP_CLERK.department() ? RegistryFixture.TOWNSHIP : COUNTY;
            String name = "w" + seed + "-" + role.ordinal() + "-"
                    + UUID.randomUUID().toString().substring(0, 6);
            officers.add(accounts.create(name, "何某", role, new Area(area)).officer());
        }
        // a second pair of hands where people take turns, and one who changed desks in between
        officers.add(accounts.create("w2-" + seed, "何二", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP))
                .officer());
        Officer clerk = officers.get(officers.size() - 1);
        officers.add(new Officer(
                clerk.id(),
                clerk.username(),
                clerk.name(),
                Role.TOWNSHIP_REVIEWER,
                new Area(RegistryFixture.TOWNSHIP)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @DisplayName(
            "2.2-6 whoever does whatever: a case has one owning office or is over, none vanishes, nobody judges what they found, the rolls follow the last decision")
    void walk(int seed) {
        Random random = new Random(seed);
        staff(seed);
        for (int i = 0; i < CASES; i++) {
            numbers.add(open());
        }
        for (int act = 0; act < ACTS; act++) {
            String number = numbers.get(random.nextInt(numbers.size()));
            CaseFile before = file(number);
            act(random, number, before);
            check(number, before);
        }
        assertThat(done).as("acts that were done").isGreaterThan(ACTS / 10);
        assertThat(refused).as("acts that were refused").isGreaterThan(ACTS / 10);
        assertThat(decisions)
                .as("decisions reached, done " + done + ", refused " + refused)
                .isPositive();
        numbers.forEach(this::judgedByOthers);
    }

    private CaseFile file(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number));
    }

    private void act(Random random, String number, CaseFile before) {
        // mostly somebody of the owning office, or no case would ever get far
        List<Officer> owners = officers.stream()
                .filter(o -> before.state().owners().contains(o.role()))
                .toList();
        Officer officer = owners.isEmpty() || random.nextInt(4) == 0
                ? officers.get(random.nextInt(officers.size()))
                : owners.get(random.nextInt(owners.size()));
        int version = random.nextInt(12) == 0 ? before.version() - 1 : before.version();
        int what = random.nextInt(20);
        boolean judges = before.state().step() == Step.DECISION;
        try {
            Scope.as(officer, () -> {
                if (before.state().standing() == Standing.CLOSED || what == 0) {
                    cases.move(number, version, key(), any(random, Move.values()), "有理由");
                } else if (what == 1) {
                    assignments.claim(number);
                } else if (what == 2) {
                    assignments.assign(
                            number,
                            any(random, officers.toArray(Officer[]::new)).id().value());
                } else if (what == 3) {
                    assignments.release(number);
                } else if (what == 4 && before.state().standing() == Standing.PAUSED) {
                    cases.move(number, version, key(), Move.RESUME, "有理由");
                } else {
                    cases.work(number, version, key(), form(random, before), pictures(random));
                }
                return number;
            });
            done++;
            assertThat(version)
                    .as("a form of an older version is refused")
                    .isGreaterThanOrEqualTo(what >= 1 && what <= 3 ? version : before.version());
        } catch (CaseFailure e) {
            refused++;
            assertThat(file(number)).as("what is refused changes nothing: " + e).isEqualTo(before);
        }
        CaseFile after = file(number);
        if (judges && after.state().step() == Step.LETTER) {
            decisions++;
            decided.put(number, Aftermath.holdsFrom(today.date()));
        }
        if (before.state().standing().isFinal() && !after.state().standing().isFinal()) {
            decided.remove(number);
        }
        if (after.posting() != null && random.nextInt(3) == 0) {
            today.forward(7);
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static Map<String, Picture> pictures(Random random) {
        Picture picture = new Picture("image/png", PHOTO);
        return random.nextInt(8) == 0 ? Map.of() : Map.of("proof", picture, "photo", picture);
    }

    /** A form that is right more often than not. */
    private Map<String, String> form(Random random, CaseFile c) {
        StepWork.Stage stage = Cases.stage(c);
        Map<String, String> values = new HashMap<>();
        if (c.state().standing().isFinal()) {
            return values;
        }
        String day = today.date().toString();
        for (Field f : as(Role.COUNTY_OFFICER, () -> cases.work(c)).fields(stage)) {
            values.put(
                    f.name(),
                    switch (f.kind()) {
                        case TEXT, WORDS -> f.name() + " 写明";
                        case DATE -> day;
                        case COUNT -> "0";
                        case YUAN -> "6800";
                        case CHOICE ->
                            f.options().get(random.nextInt(f.options().size()));
                        case PICK -> f.name().equals("cause") && random.nextInt(4) > 0 ? "ILLNESS" : "";
                        case CHECK -> "yes";
                        case PICTURE -> "";
                    });
        }
        if (c.state().step() == Step.REVIEW_MEETING) {
            values.putAll(meeting(day, 18, 15, 2));
        }
        if (c.state().step().isJudging()) {
            values.putAll(agreed(c.number(), Role.TOWNSHIP_REVIEWER));
            boolean granted = random.nextBoolean();
            values.put("verdict.DIBAO", granted ? "GRANTED" : "REFUSED");
            values.put("reason.DIBAO", "入户看到的不一样");
            values.put("amount.DIBAO", "" + (100 + random.nextInt(300)));
        }
        if (random.nextInt(6) == 0) {
            List<String> names = List.copyOf(values.keySet());
            if (!names.isEmpty()) {
                values.put(names.get(random.nextInt(names.size())), random.nextBoolean() ? "" : "9'; drop table x --");
            }
        }
        return values;
    }

    private void check(String number, CaseFile before) {
        CaseFile after = file(number);
        assertThat(after.state().office().isPresent())
                .isNotEqualTo(after.state().standing().isFinal());
        assertThat(after.version()).isGreaterThanOrEqualTo(before.version());
        CaseFile.Holder holder = after.holder();
        if (holder != null) {
            assertThat(after.state().owners()).contains(holder.role());
        }
        if (!after.state().equals(before.state())) {
            assertThat(List.of(Move.values()))
                    .anySatisfy(m -> assertThat(before.state().after(m)).contains(after.state()));
            visible();
        }
        LocalDate from = decided.get(number);
        List<BenefitLine> lines =
                as(Role.COUNTY_OFFICER, () -> views.of(number)).benefits();
        if (from != null) {
            agrees(after, lines, from);
        } else {
            assertThat(lines)
                    .as("no decision stands")
                    .allSatisfy(l -> assertThat(l.decided()).isNull());
        }
    }

    /** Every case that was opened is in the county's lists, exactly once. */
    private void visible() {
        Set<String> seen = new HashSet<>();
        as(
                        Role.COUNTY_OFFICER,
                        () -> transaction.execute(t -> database.sql("select number from casework.case_file")
                                .query(String.class)
                                .list()))
                .forEach(n -> assertThat(seen.add(n)).as(n).isTrue());
        assertThat(seen).containsAll(numbers);
    }

    private void agrees(CaseFile c, List<BenefitLine> lines, LocalDate from) {
        List<RollEntry> entries = as(Role.COUNTY_OFFICER, () -> rolls.of(c.household(), from));
        for (BenefitLine line : lines) {
            if (line.benefit() == Benefit.DIBAO) {
                Optional<RollEntry> entry =
                        entries.stream().filter(e -> e.roll() == Roll.DIBAO).findFirst();
                assertThat(entry.map(RollEntry::monthlyFen))
                        .isEqualTo(line.standing() == Outcome.GRANTED ? Optional.of(line.fen()) : Optional.empty());
            }
        }
    }

    private void judgedByOthers(String number) {
        Set<Long> found = new HashSet<>();
        found.add(file(number).openedBy());
        for (StepReport report : as(Role.COUNTY_OFFICER, () -> views.of(number)).reports()) {
            if (report.move() == Move.DONE && report.step().isFinding()) {
                found.add(report.officer());
            }
            if (report.move() == Move.DONE && report.step().isJudging()) {
                assertThat(found).as(number + " " + report.step()).doesNotContain(report.officer());
            }
        }
    }
}
