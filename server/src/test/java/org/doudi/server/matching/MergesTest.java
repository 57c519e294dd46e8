package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Labour;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Amount;
import org.doudi.server.benefits.Awards;
import org.doudi.server.benefits.Reason;
import org.doudi.server.benefits.Reratings;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person who is in the registry twice: found, made one by two people, and two again. */
class MergesTest extends PairOffice {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921115", "48");
    private static final LocalDate SINCE = LocalDate.of(2017, 5, 1);

    @Autowired
    private HouseholdChanges changes;

    @Autowired
    private Facts facts;

    @Autowired
    private Repeats repeats;

    @Autowired
    private Awards awards;

    @Autowired
    private Reratings reratings;

    @Autowired
    private Today today;

    @Override
    OtherTownship township() {
        return TOWNSHIP;
    }

    private HouseholdView view(int household) {
        long id = TOWNSHIP.id(households, household);
        return county(() -> households.get(id));
    }

    private Household record(int household) {
        long id = TOWNSHIP.id(households, household);
        return county(() -> households.record(id, today.date(), today.now()));
    }

    private List<RollEntry> onRolls(int household) {
        long id = TOWNSHIP.id(households, household);
        return county(() -> rolls.of(id, today.date()));
    }

    private static MemberView named(HouseholdView view, String name) {
        return view.members().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Enters a member of a household a second time, with another number, in another household; it gets a roll and an income there. */
    private PairView twice(int household, int other) {
        String[] person = people(household).get(1);
        String number = NewPerson.checked("430111" + person[4].substring(6, 17));
        long there = TOWNSHIP.id(households, other);
        county(() -> changes.carryOut(new HouseholdChange.Arrival(
                there,
                new Evidence(SINCE, "试", "试"),
                ChangeKind.MARRIAGE,
                new NewPerson(person[3], number, Relation.OTHER, Labour.FULL),
                null)));
        MemberView twin = named(view(other), person[3]);
        TOWNSHIP.as(() -> {
            rolls.enter(there, RollEntry.of(Roll.PREFERENTIAL, twin.person(), SINCE), SINCE, "试", "试");
            facts.record(
                    FactChange.of(
                            there,
                            new FactContent.Income(
                                    List.of(new FactContent.IncomeLine(twin.number(), IncomeItem.RENT, 700_00))),
                            SINCE,
                            "试"),
                    "试");
            return there;
        });
        county(repeats::find);
        return county(() -> pairs.list(new PairQuery(PairKind.TWICE, PairQuery.Tab.WAITING, TOWNSHIP.code()), 0))
                .stream()
                .filter(p -> Objects.equals(p.other(), twin.person()))
                .findFirst()
                .orElseThrow();
    }

    private long rent(int household, String name) {
        Household record = record(household);
        String number = named(view(household), name).number();
        return record.income().stream()
                .filter(e -> e.item() == IncomeItem.RENT
                        && record.memberId(e.member()).equals(number))
                .mapToLong(e -> e.fen())
                .sum();
    }

    private long proposed(long household) {
        return county(() -> reratings.all(0, 500)).stream()
                .filter(r -> Objects.equals(r.household(), household))
                .count();
    }

    private PairView now(PairView pair) {
        return county(() -> pairs.get(pair.id()));
    }

    private PairState undo(int clerk, PairView pair, String words) {
        return as(
                Role.COUNTY_OFFICER,
                clerk,
                () -> pairs.undo(pair.id(), now(pair).version(), Basis.PAPERS, words));
    }

    @Test
    @DisplayName(
            "1.2-2 two records become one when two people say so, never by one alone; what the kept record lacks goes over")
    void merged() {
        PairView pair = twice(3, 4);
        Household kept = record(3);
        Household twins = record(4);
        List<RollEntry> keptRolls = onRolls(3);
        List<RollEntry> twinsRolls = onRolls(4);
        List<MemberView> members = view(4).members();
        assertThat(county(repeats::find)).as("found once").isZero();

        assertThat(decide(1, pair, Decision.SAME)).isEqualTo(PairState.PROPOSED);
        assertThat(record(4)).as("a proposal writes nothing").isEqualTo(twins);
        refused(Cause.SAME_CLERK, () -> decide(1, now(pair), Decision.SAME));
        refused(Cause.OVERTAKEN, () -> decide(2, pair, Decision.SAME));
        refused(Cause.NO_LIST, () -> decide(2, now(pair), Decision.WRONG_NUMBER));
        assertThat(decide(2, now(pair), Decision.SAME)).isEqualTo(PairState.MERGED);

        assertThat(view(4).members()).extracting(MemberView::person).doesNotContain(pair.other());
        assertThat(view(3).members()).hasSameSizeAs(people(3));
        assertThat(rent(3, pair.personName())).isEqualTo(700_00);
        assertThat(onRolls(3))
                .anyMatch(e -> e.roll() == Roll.PREFERENTIAL && Objects.equals(e.person(), pair.person()));
        assertThat(onRolls(4)).noneMatch(e -> e.roll() == Roll.PREFERENTIAL);
        refused(Cause.NOT_NOW, () -> decide(2, now(pair), Decision.SAME));
        refused(Cause.WORDS, () -> undo(2, pair, "错"));

        Household united = record(3);
        assertThat(undo(2, pair, "看了户口簿，是两个人")).as("one alone asks").isEqualTo(PairState.MERGED);
        assertThat(record(3)).as("and nothing is parted by that").isEqualTo(united);
        assertThat(now(pair).askedBackBy()).isNotNull();
        refused(Cause.OWN_REQUEST, () -> undo(2, pair, "看了户口簿，是两个人"));
        assertThat(undo(1, pair, "我也看了户口簿")).isEqualTo(PairState.OPEN);
        assertThat(now(pair).askedBackBy()).isNull();
        assertThat(now(pair).state()).isEqualTo(PairState.OPEN);
        assertThat(record(3)).isEqualTo(kept);
        assertThat(record(4)).isEqualTo(twins);
        assertThat(view(4).members()).isEqualTo(members);
        assertThat(onRolls(3)).isEqualTo(keptRolls);
        assertThat(onRolls(4)).isEqualTo(twinsRolls);
        assertThat(county(() -> pairs.steps(pair.id())))
                .extracting(PairView.Step::state)
                .containsExactly(PairState.PROPOSED, PairState.MERGED, PairState.MERGED, PairState.OPEN);
        assertThat(county(() -> changes.history(TOWNSHIP.id(households, 3))))
                .extracting(HouseholdChanges.Entry::kind)
                .startsWith(ChangeKind.CORRECTION, ChangeKind.SAME_PERSON);
    }

    @Test
    @DisplayName(
            "1.2-2 a merge after which something changed stays, and it is said what changed; nobody parts it alone on the household's page")
    void later() {
        PairView pair = twice(5, 6);
        decide(1, pair, Decision.SAME);
        decide(2, now(pair), Decision.SAME);
        long there = TOWNSHIP.id(households, 6);
        TOWNSHIP.as(() -> {
            rolls.enter(there, RollEntry.dibao(SINCE, 90_00), today.date(), "六月的名单", "试");
            return there;
        });
        undo(2, pair, "看了户口簿，是两个人");
        assertThatThrownBy(() -> undo(1, pair, "看了户口簿，是两个人")).isInstanceOfSatisfying(ChangeRefused.class, e -> {
            assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.NOT_THE_LAST);
            assertThat(e.detail()).contains("六月的名单");
        });
        assertThat(now(pair).state()).as("nothing of it is done").isEqualTo(PairState.MERGED);
        PairView again = twice(7, 8);
        long paid = TOWNSHIP.id(households, 8);
        LocalDate since = LocalDate.of(2017, 1, 1);
        county(() -> {
            awards.grant(
                    new Awards.Whose(paid, null, Aid.DIBAO),
                    view(8).members().get(0).person(),
                    Amount.of(300_00),
                    new Awards.Months(since, null),
                    Reason.DECISION,
                    "试");
            return paid;
        });
        decide(1, again, Decision.SAME);
        assertThat(proposed(paid)).as("a proposal asks nobody to look at money").isZero();
        decide(2, now(again), Decision.SAME);
        assertThat(proposed(paid))
                .as("the other household's money is looked at again")
                .isEqualTo(1);
        assertThat(county(() -> awards.of(paid)))
                .as("and goes on until somebody applies it")
                .singleElement()
                .satisfies(a -> assertThat(a.until()).isNull());
        long here = TOWNSHIP.id(households, 7);
        long change = Objects.requireNonNull(now(again).change());
        assertThatThrownBy(() -> county(() -> {
                    changes.correct(here, change, new Evidence(today.date(), "试", "试"));
                    return here;
                }))
                .isInstanceOfSatisfying(
                        ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.MADE_BY_TWO));
        assertThat(now(again).state()).isEqualTo(PairState.MERGED);
    }

    @Test
    @DisplayName("1.2-2 the head of a household of several is not merged away, and it is said when it is proposed")
    void head() {
        PairView pair = twice(9, 10);
        long there = TOWNSHIP.id(households, 10);
        MemberView twin = named(view(10), String.valueOf(pair.otherName()));
        county(() -> changes.carryOut(new HouseholdChange.NewHead(
                there,
                new Evidence(SINCE.plusDays(1), "试", "试"),
                new HouseholdChange.NewHeads(twin.person(), Map.of()))));
        assertThatThrownBy(() -> decide(1, pair, Decision.SAME))
                .isInstanceOfSatisfying(
                        ChangeRefused.class, e -> assertThat(e.reason()).isEqualTo(ChangeRefused.Reason.HEAD_NEEDED));
        assertThat(now(pair).state()).isEqualTo(PairState.OPEN);
        refused(
                Cause.KEEP_ONE,
                () -> county(() -> pairs.decide(pair.id(), pair.version(), Decision.SAME, Basis.RECORDS, 1L)));
    }
}
