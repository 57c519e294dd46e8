package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.IncomeLine;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Relation;
import org.doudi.server.shell.Today;

/** What happens to families in a year, and what was planted of it apart from what the platform keeps. */
final class FamilyEvents {
    private static final String COUNTY = "210921";
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.BASIC_ISO_DATE;

    /** What can happen to a family in a week. */
    enum Event {
        BIRTH,
        DEATH,
        MOVE,
        JOB_FOUND,
        JOB_LOST,
        ILLNESS,
        WRONGLY_ON_DIBAO,
        DROPPED_FROM_DIBAO
    }

    /** Somebody who died, whom a department's list may still name. */
    record Dead(long household, String name, String member) {}

    private final Households households;
    private final HouseholdChanges changes;
    private final Facts facts;
    private final Today today;
    private final OtherTownship township;
    private final Random dice;
    /** What was planted: income and who is ill. */
    private final Map<Long, List<IncomeLine>> income = new HashMap<>();

    private final Map<Long, Member> people = new HashMap<>();
    private final List<Dead> dead = new ArrayList<>();
    private int born;

    FamilyEvents(
            Households households,
            HouseholdChanges changes,
            Facts facts,
            Today today,
            OtherTownship township,
            Random dice) {
        this.households = households;
        this.changes = changes;
        this.facts = facts;
        this.today = today;
        this.township = township;
        this.dice = dice;
    }

    /** Works as an officer of the county. */
    static <T> T county(Supplier<T> work) {
        return RegistryFixture.as(Role.COUNTY_OFFICER, COUNTY, work);
    }

    List<Dead> dead() {
        return dead;
    }

    HouseholdView view(long household) {
        return county(() -> households.get(household));
    }

    private Household record(long household) {
        return county(() -> households.record(household, today.date(), today.now()));
    }

    /** The gaps as the rules have them today. */
    List<Gap> byRules(long household) {
        return county(() -> households.assess(household, today.date(), today.now()))
                .gaps();
    }

    private Evidence evidence() {
        return new Evidence(today.date(), "村里报告", "证明");
    }

    /** Lets it happen; tells whether it could. */
    boolean happens(Event event, long household) {
        HouseholdView family = view(household);
        List<MemberView> others = family.members().stream()
                .filter(m -> m.death() == null && !m.relation().equals(Relation.HEAD.word()))
                .toList();
        Household record = record(household);
        return switch (event) {
            case BIRTH -> birth(household);
            case DEATH ->
                !others.isEmpty() && family.members().size() > 2 && death(household, others.get(others.size() - 1));
            case MOVE -> move(household);
            case JOB_FOUND -> earns(household, record, 30_000_00L + dice.nextInt(20_000_00));
            case JOB_LOST -> earns(household, record, 0);
            case ILLNESS -> ill(household, record, family);
            case WRONGLY_ON_DIBAO, DROPPED_FROM_DIBAO -> false;
        };
    }

    private boolean birth(long household) {
        born++;
        String number = NewPerson.checked("210921" + today.date().format(DIGITS) + "%03d".formatted(400 + born));
        long baby = county(() -> {
            changes.carryOut(new HouseholdChange.Arrival(
                    household,
                    evidence(),
                    ChangeKind.BIRTH,
                    new NewPerson("高乐", number, Relation.child(NewPerson.sex(number)), Labour.NONE),
                    null));
            return household;
        });
        return baby == household;
    }

    private boolean death(long household, MemberView who) {
        county(() -> changes.carryOut(new HouseholdChange.Death(household, evidence(), who.person(), null)));
        dead.add(new Dead(household, who.name(), who.number()));
        people.remove(who.person());
        income.computeIfPresent(
                household,
                (h, lines) -> lines.stream()
                        .filter(l -> !l.memberNumber().equals(who.number()))
                        .toList());
        return true;
    }

    private boolean move(long household) {
        String village = township.code() + (dice.nextBoolean() ? "201" : "202");
        county(() -> changes.carryOut(
                new HouseholdChange.Move(household, evidence(), village, "新址 " + dice.nextInt(900) + " 号")));
        return true;
    }

    private boolean earns(long household, Household record, long fen) {
        List<IncomeLine> lines =
                fen == 0 ? List.of() : List.of(new IncomeLine(record.memberId(0), IncomeItem.WAGE, fen));
        fact(FactChange.of(household, new FactContent.Income(lines), today.date(), "入户"));
        income.put(household, lines);
        return true;
    }

    private boolean ill(long household, Household record, HouseholdView family) {
        Member patient = record.member(0).toBuilder()
                .trait(Member.Trait.SERIOUSLY_ILL)
                .labour(Labour.NONE)
                .build();
        long person = family.member(patient.memberId()).person();
        fact(new FactChange(household, person, new FactContent.Person(patient), today.date(), null, "入户"));
        people.put(person, patient);
        return true;
    }

    private void fact(FactChange change) {
        county(() -> {
            facts.record(change, "模拟的一年");
            return change;
        });
    }

    /** Checks that what the platform knows is what was planted. */
    void planted(List<Long> all) {
        income.forEach((household, lines) -> assertThat(record(household).income().stream()
                        .map(e -> e.item() + " " + e.fen())
                        .toList())
                .containsExactlyElementsOf(
                        lines.stream().map(l -> l.item() + " " + l.fen()).toList()));
        people.forEach((person, member) -> assertThat(all.stream()
                        .map(this::view)
                        .filter(v -> v.members().stream().anyMatch(m -> m.person() == person))
                        .map(v -> record(v.id()).members().stream()
                                .filter(m -> m.memberId().equals(member.memberId()))
                                .findFirst()
                                .orElseThrow())
                        .toList())
                .containsExactly(member));
    }
}
