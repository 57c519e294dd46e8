package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
            Benefit.LIVING_ALLOWANCE, Aid.LIVING_ALLOWANCE,
            Benefit.CARE_ALLOWANCE, Aid.CARE_ALLOWANCE,
            Benefit.MEDICAL_AID, Aid.MEDICAL_AID,
            Benefit.TEMPORARY_AID, Aid.TEMPORARY_AID));

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
        long payee = payee(households.get(decided.household()));
        for (CaseDecided.Line line : decided.lines()) {
            Aid aid = AIDS.get(line.benefit());
            if (aid != null) {
                follow(decided, line, aid, payee);
            }
        }
    }

    private void follow(CaseDecided decided, CaseDecided.Line line, Aid aid, long payee) {
        Whose whose = new Whose(decided.household(), line.person(), aid);
        boolean once = line.benefit().pay() == Benefit.Pay.ONCE;
        boolean granted = line.outcome() == Outcome.GRANTED && line.fen() > 0;
        LocalDate until = once ? decided.from().plusMonths(1) : aid == Aid.DIBAO ? gradualEnd(decided) : null;
        if (granted) {
            awards.grant(
                    whose, payee, line.fen(), new Months(decided.from(), until), Reason.DECISION, decided.number());
        } else if (!once && owes(whose, decided.from())) {
            awards.end(whose, new Months(decided.from(), null), Reason.DECISION, decided.number());
        }
    }

    /** The first month without, where dibao goes on for a time only because the household was lifted out (clause 2.2-7). */
    private @Nullable LocalDate gradualEnd(CaseDecided decided) {
        Assessment a = households.assess(decided.household(), decided.decidedOn(), today.now());
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
