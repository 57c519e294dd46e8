package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.DecisionWithdrawn;
import org.doudi.server.casework.Outcome;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns what a case decided into awards, in the transaction of the decision. Payment starts the month after. */
@Component
class AwardsOfDecisions {
    private static final Map<Benefit, Aid> AIDS = new EnumMap<>(Map.of(
            Benefit.DIBAO, Aid.DIBAO,
            Benefit.TEKUN, Aid.TEKUN,
            Benefit.PREMIUM_SUBSIDY, Aid.PREMIUM_SUBSIDY,
            Benefit.LIVING_ALLOWANCE, Aid.LIVING_ALLOWANCE,
            Benefit.CARE_ALLOWANCE, Aid.CARE_ALLOWANCE,
            Benefit.MEDICAL_AID, Aid.MEDICAL_AID,
            Benefit.TEMPORARY_AID, Aid.TEMPORARY_AID));

    /** What nobody gets beside tekun. */
    private static final Set<Aid> BESIDE_TEKUN = Set.of(Aid.LIVING_ALLOWANCE, Aid.CARE_ALLOWANCE);

    private final Awards awards;
    private final Households households;
    private final Today today;

    AwardsOfDecisions(Awards awards, Households households, Today today) {
        this.awards = awards;
        this.households = households;
        this.today = today;
    }

    @EventListener
    void decided(CaseDecided decided) {
        HouseholdView household = households.get(decided.household());
        long payee = payee(household);
        Set<Long> tekun = tekun(decided);
        boolean nobodyLeft =
                household.members().stream().filter(m -> m.death() == null).allMatch(m -> tekun.contains(m.person()));
        PartsByRules parts =
                new PartsByRules(households.assess(decided.household(), decided.decidedOn(), today.now()), household);
        for (CaseDecided.Line line : decided.lines()) {
            Aid aid = AIDS.get(line.benefit());
            if (aid == null) {
                continue;
            }
            Whose whose = new Whose(decided.household(), line.person(), aid);
            boolean excluded = aid == Aid.DIBAO ? nobodyLeft : BESIDE_TEKUN.contains(aid) && isOf(tekun, line);
            boolean granted = !excluded && line.outcome() == Outcome.GRANTED && line.fen() > 0;
            if (line.benefit().pay() == Benefit.Pay.ONCE) {
                if (granted) {
                    once(decided, whose, payee, amount(parts, whose, line.fen()));
                }
            } else if (granted) {
                monthly(decided, whose, payee, amount(parts, whose, line.fen()), parts.assessment());
            } else {
                end(decided, whose);
            }
        }
        tekun.forEach(person -> BESIDE_TEKUN.forEach(aid -> end(decided, new Whose(decided.household(), person, aid))));
    }

    /** What people decided, in the parts that the rules give; what they alone decide is one part. */
    private static Amount amount(PartsByRules parts, Whose whose, long fen) {
        return whose.aid() == Aid.MEDICAL_AID || whose.aid() == Aid.TEMPORARY_AID
                ? new Amount(fen, List.of(AwardPart.of(AwardPart.Kind.of(whose.aid()), whose.person(), fen)))
                : Amount.set(fen, parts.of(whose.aid(), whose.person()));
    }

    private static boolean isOf(Set<Long> persons, CaseDecided.Line line) {
        Long person = line.person();
        return person != null && persons.contains(person);
    }

    /** Who is tekun once the decision holds. */
    private Set<Long> tekun(CaseDecided decided) {
        Set<Long> persons = new HashSet<>();
        for (Award award : awards.of(decided.household())) {
            Long person = award.person();
            LocalDate until = award.until();
            if (award.aid() == Aid.TEKUN && person != null && (until == null || until.isAfter(decided.from()))) {
                persons.add(person);
            }
        }
        for (CaseDecided.Line line : decided.lines()) {
            Long person = line.person();
            if (line.benefit() == Benefit.TEKUN && person != null) {
                if (line.outcome() == Outcome.GRANTED) {
                    persons.add(person);
                } else {
                    persons.remove(person);
                }
            }
        }
        return persons;
    }

    private void monthly(CaseDecided decided, Whose whose, long payee, Amount amount, Assessment a) {
        LocalDate until = whose.aid() == Aid.DIBAO ? gradualEnd(decided, a) : null;
        awards.grant(
                whose,
                payee,
                amount,
                new Months(decided.from(), until),
                until == null ? Reason.DECISION : Reason.GRADUAL_EXIT,
                decided.number());
    }

    /** Owed for one month: the first that has none of it yet, so that two decisions of a month are both paid. The premium is one a year. */
    private void once(CaseDecided decided, Whose whose, long payee, Amount amount) {
        Set<LocalDate> taken = awards.of(whose.household()).stream()
                .filter(a -> a.aid() == whose.aid() && Objects.equals(a.person(), whose.person()))
                .map(Award::from)
                .collect(Collectors.toSet());
        LocalDate month = decided.from();
        if (whose.aid() == Aid.PREMIUM_SUBSIDY
                && taken.stream().anyMatch(t -> t.getYear() == decided.from().getYear())) {
            return;
        }
        while (taken.contains(month)) {
            month = month.plusMonths(1);
        }
        awards.grant(whose, payee, amount, new Months(month, month.plusMonths(1)), Reason.DECISION, decided.number());
    }

    private void end(CaseDecided decided, Whose whose) {
        if (owes(whose, decided.from())) {
            awards.end(whose, new Months(decided.from(), null), Reason.DECISION, decided.number());
        }
    }

    /** The first month without, where dibao goes on for a time only because the household was lifted out (clause 2.2-7). */
    private static @Nullable LocalDate gradualEnd(CaseDecided decided, Assessment a) {
        LocalDate until = a.until();
        if (a.dibao() != DibaoOutcome.GRADUAL_EXIT || until == null) {
            return null;
        }
        LocalDate end = until.withDayOfMonth(1).plusMonths(1);
        return end.isAfter(decided.from()) ? end : decided.from().plusMonths(1);
    }

    private boolean owes(Whose whose, LocalDate month) {
        return awards.of(whose.household()).stream()
                .anyMatch(a -> a.aid() == whose.aid()
                        && Objects.equals(a.person(), whose.person())
                        && (a.until() == null || a.until().isAfter(month)));
    }

    @EventListener
    void withdrawn(DecisionWithdrawn withdrawn) {
        awards.withdraw(withdrawn.household(), withdrawn.number());
    }

    /** The head of the household gets its money. */
    static long payee(HouseholdView household) {
        return household.members().stream()
                .filter(m -> m.name().equals(household.headName()))
                .findFirst()
                .orElseGet(() -> household.members().get(0))
                .person();
    }
}
