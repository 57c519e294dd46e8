package org.doudi.cli.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Parameters;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Finds the gaps of one household. Where a link is in doubt, the household is assessed both with and without it: what holds either way
 * is a gap, what turns on the doubt is held back until somebody has decided it.
 */
final class GapFinder {
    private static final int MOST_DOUBTS = 4;
    private static final HouseholdRolls NO_ROLLS = new HouseholdRolls();

    private final Set<Roll> available;
    private final PersonBook persons;
    private final LocalDate asOf;

    GapFinder(Set<Roll> available, PersonBook persons, LocalDate asOf) {
        this.available = available;
        this.persons = persons;
        this.asOf = asOf;
    }

    /** What is found: gaps that are certain, gaps that wait for a decision, and the outcome as the lists stand. */
    record Found(Assessment assessment, List<GapRow> certain, List<GapRow> pending) {}

    Found find(Household facts, @Nullable HouseholdRolls linked, Parameters parameters) {
        HouseholdRolls rolls = linked == null ? NO_ROLLS : linked;
        Assessment plain = Assessor.assess(fill(facts, rolls, List.of()), parameters, Trace.OFF);
        List<Doubt> doubts = rolls.doubts();
        if (doubts.isEmpty() && !plain.hasGaps()) {
            return new Found(plain, List.of(), List.of());
        }
        List<GapRow> certain = new ArrayList<>();
        List<GapRow> pending = new ArrayList<>();
        Set<Gap> either = new LinkedHashSet<>(plain.gaps());
        Set<Gap> both = new LinkedHashSet<>(plain.gaps());
        List<List<Doubt>> cases = cases(doubts);
        List<Assessment> others = new ArrayList<>();
        for (List<Doubt> granted : cases) {
            Assessment other = Assessor.assess(fill(facts, rolls, granted), parameters, Trace.OFF);
            others.add(other);
            if (granted.stream().allMatch(doubt -> doubt.strength() == Strength.REVIEW)) {
                either.addAll(other.gaps());
            }
            both.retainAll(other.gaps());
        }
        boolean known = persons.knows(facts.householdId());
        for (Gap gap : either) {
            if (!available.containsAll(GapKinds.rolls(gap.kind()))) {
                continue;
            }
            if (both.contains(gap) && known) {
                certain.add(row(plain, gap, rolls, null));
            } else {
                int with = firstWith(gap, plain, others);
                Assessment in = with < 0 ? plain : others.get(with);
                pending.add(row(in, gap, rolls, doubts.isEmpty() ? null : deciding(gap, doubts)));
            }
        }
        return new Found(plain, certain, pending);
    }

    private static int firstWith(Gap gap, Assessment plain, List<Assessment> others) {
        if (plain.gaps().contains(gap)) {
            return -1;
        }
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).gaps().contains(gap)) {
                return i;
            }
        }
        return -1;
    }

    /** The doubt to decide first: one about the gap's own roll and member where there is one. */
    private static Doubt deciding(Gap gap, List<Doubt> doubts) {
        for (Doubt doubt : doubts) {
            boolean sameMember = gap.memberId() == null || gap.memberId().equals(doubt.memberId());
            if (sameMember && GapKinds.rolls(gap.kind()).contains(doubt.entry().roll())) {
                return doubt;
            }
        }
        return doubts.get(0);
    }

    /** Every way the doubts can be decided but the one in which all are refused; of many doubts each alone and all together. */
    private static List<List<Doubt>> cases(List<Doubt> doubts) {
        List<List<Doubt>> cases = new ArrayList<>();
        if (doubts.size() > MOST_DOUBTS) {
            doubts.forEach(doubt -> cases.add(List.of(doubt)));
            cases.add(doubts);
            return cases;
        }
        for (int bits = 1; bits < 1 << doubts.size(); bits++) {
            List<Doubt> granted = new ArrayList<>();
            for (int i = 0; i < doubts.size(); i++) {
                if ((bits >> i & 1) != 0) {
                    granted.add(doubts.get(i));
                }
            }
            cases.add(granted);
        }
        return cases;
    }

    private Household fill(Household facts, HouseholdRolls rolls, List<Doubt> granted) {
        if (rolls == NO_ROLLS && granted.isEmpty() && onNoRoll(facts)) {
            return facts.assessedOn().equals(asOf) ? facts : facts.on(asOf);
        }
        HouseholdBuilder filled = facts.toBuilder().assessedOn(asOf);
        Entry dibao = rolls.dibao;
        Entry register = rolls.register;
        for (Doubt doubt : granted) {
            if (doubt.memberId() == null) {
                dibao = doubt.entry().roll() == Roll.DIBAO ? doubt.entry() : dibao;
                register = doubt.entry().roll() == Roll.DIBAO ? register : doubt.entry();
            }
        }
        filled.rolls(new Rolls(dibaoEntry(dibao), registerEntry(register)));
        for (int m = 0; m < facts.size(); m++) {
            Member member = facts.member(m);
            Member.Builder person = member.toBuilder();
            for (Trait trait : RollFiller.MEMBER_ROLLS) {
                if (rolls.entry(member.memberId(), trait) != null || granted(granted, member, trait)) {
                    person.trait(trait);
                } else {
                    person.without(trait);
                }
            }
            filled.member(m, person.build());
        }
        return filled.build();
    }

    private static boolean onNoRoll(Household facts) {
        if (!facts.rolls().equals(Rolls.NONE)) {
            return false;
        }
        for (int m = 0; m < facts.size(); m++) {
            for (Trait trait : RollFiller.MEMBER_ROLLS) {
                if (facts.member(m).is(trait)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean granted(List<Doubt> granted, Member member, Trait trait) {
        for (Doubt doubt : granted) {
            if (member.memberId().equals(doubt.memberId()) && HouseholdRolls.says(doubt.entry(), trait)) {
                return true;
            }
        }
        return false;
    }

    private Rolls.@Nullable DibaoEntry dibaoEntry(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        LocalDate since = entry.row().since();
        // a roll that begins only after the day that is looked at is no roll yet
        return since != null && since.isAfter(asOf)
                ? null
                : new Rolls.DibaoEntry(since, entry.row().monthlyFen());
    }

    private Rolls.@Nullable RegisterEntry registerEntry(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        LocalDate liftedOn = entry.row().liftedOn();
        // lifted only after the day that is looked at: poor on that day
        return entry.roll() == Roll.LIFTED && liftedOn != null && !liftedOn.isAfter(asOf)
                ? new Rolls.RegisterEntry(
                        RegisterState.LIFTED, liftedOn, entry.row().throughProgramme())
                : new Rolls.RegisterEntry(RegisterState.POOR, null, false);
    }

    private GapRow row(Assessment found, Gap gap, HouseholdRolls rolls, @Nullable Doubt doubt) {
        Trace trace = Trace.on();
        Assessment explained = Assessor.assess(found.household(), found.parameters(), trace);
        String id = found.household().householdId();
        String member = gap.memberId();
        String name = persons.nameOf(id, member == null ? found.household().memberId(0) : member);
        return new GapRow(
                gap,
                id,
                found.household().village(),
                name,
                GapKinds.clause(gap.kind()).id(),
                new Reasons(explained, trace.steps()).of(gap),
                Evidence.of(gap, rolls, doubt),
                AtStake.monthlyFen(gap, explained),
                doubt);
    }
}
