package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.HouseholdChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a change of a household does to its money, in the change's own transaction: a death ends what was for the dead at once, a move takes the
 * awards along, and everything else is proposed for a person to apply.
 */
@Component
class AwardsOfChanges {
    private final Awards awards;
    private final Reratings reratings;

    AwardsOfChanges(Awards awards, Reratings reratings) {
        this.awards = awards;
        this.reratings = reratings;
    }

    @EventListener
    void changed(HouseholdChanged change) {
        LocalDate next = change.on().withDayOfMonth(1).plusMonths(1);
        List<Award> owed = awards.of(change.household()).stream()
                .filter(a -> a.until() == null || a.until().isAfter(next))
                .toList();
        if (owed.isEmpty() || change.kind() == ChangeKind.KIN) {
            return;
        }
        if (change.kind() == ChangeKind.MOVE) {
            owed.forEach(a -> awards.grant(
                    new Whose(a.household(), a.person(), a.aid()),
                    a.payee(),
                    a.amount(),
                    new Months(a.from().isAfter(next) ? a.from() : next, a.until()),
                    Reason.MOVE,
                    "move on " + change.on()));
            return;
        }
        boolean death = change.kind() == ChangeKind.DEATH;
        if (death || change.kind() == ChangeKind.DEPARTURE) {
            owed.stream()
                    .filter(a -> a.person() != null && Objects.equals(a.person(), change.person()))
                    .forEach(a -> awards.end(
                            new Whose(a.household(), a.person(), a.aid()),
                            new Months(a.from().isAfter(next) ? a.from() : next, a.until()),
                            death ? Reason.DEATH : Reason.FACT,
                            (death ? "death on " : "serves a sentence since ") + change.on()));
        }
        reratings.propose(change.household(), next, change.kind() + " on " + change.on());
    }

    /** Of two households that became one, or shared a person, the other may have an award too. */
    @EventListener
    void changedOther(HouseholdChanged change) {
        Long other = change.other();
        LocalDate next = change.on().withDayOfMonth(1).plusMonths(1);
        if (other != null
                && awards.of(other).stream()
                        .anyMatch(a -> a.until() == null || a.until().isAfter(next))) {
            reratings.propose(other, next, change.kind() + " on " + change.on());
        }
    }
}
