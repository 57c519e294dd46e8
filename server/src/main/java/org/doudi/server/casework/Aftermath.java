package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doudi.policy.RegisterState;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.store.BenefitStore;
import org.doudi.server.casework.store.ConsequenceStore;
import org.doudi.server.casework.store.ConsequenceStore.Consequence;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.registry.Causes;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.RollEntry.Register;
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What follows a decision: who was granted something enters its roll, who was refused leaves it, from the first of the month
 * after the decision. It happens in the decision's own transaction and not with the letter, because payment runs from the
 * approval, and a letter that is late must not take a month from a family.
 */
@Component
class Aftermath {
    private final BenefitStore benefits;
    private final ConsequenceStore consequences;
    private final PaperStore papers;
    private final Households households;
    private final Rolls rolls;
    private final ApplicationEventPublisher events;
    private final Today today;

    Aftermath(
            BenefitStore benefits,
            ConsequenceStore consequences,
            PaperStore papers,
            Households households,
            Rolls rolls,
            ApplicationEventPublisher events,
            Today today) {
        this.benefits = benefits;
        this.consequences = consequences;
        this.papers = papers;
        this.households = households;
        this.rolls = rolls;
        this.events = events;
        this.today = today;
    }

    /** The first day for which a decision holds. */
    static LocalDate holdsFrom(LocalDate decidedOn) {
        return decidedOn.plusMonths(1).withDayOfMonth(1);
    }

    /** What is wrong with the causes of poverty that a decision names: who enters the register new enters it with one. */
    List<Problem> causes(CaseFile c, Map<String, String> values, Map<BenefitLine, BenefitLine.Judgement> verdicts) {
        boolean registers = verdicts.entrySet().stream()
                .anyMatch(v ->
                        v.getKey().benefit() == Benefit.REGISTER && v.getValue().outcome() == Outcome.GRANTED);
        CausesFound found = CausesFound.read(values);
        if (!registers || !found.problems().isEmpty() || found.causes() != null) {
            return found.problems();
        }
        boolean known = rolls.of(c.household(), holdsFrom(today.date())).stream()
                .map(RollEntry::register)
                .anyMatch(r -> r != null && r.causes() != null);
        return known ? List.of() : List.of(new Problem("cause", "cause-missing", List.of()));
    }

    /**
     * Puts on the rolls and takes off them what the case decided, and tells.
     *
     * @param values of the decision's form
     */
    void follow(CaseFile c, Map<String, String> values) {
        Causes causes = CausesFound.read(values).causes();
        LocalDate day = today.date();
        LocalDate from = holdsFrom(day);
        HouseholdView household = households.get(c.household());
        List<RollEntry> standing = rolls.of(c.household(), from);
        List<CaseDecided.Line> lines = benefits.of(c.id()).stream()
                .map(l -> new CaseDecided.Line(l.benefit(), l.who(), person(household, l), l.standing(), l.fen()))
                .toList();
        for (CaseDecided.Line line : lines) {
            Roll roll = line.benefit().roll();
            if (roll != null) {
                change(c, line, roll, standing, from, causes);
            }
        }
        events.publishEvent(new CaseDecided(c.number(), c.household(), c.village(), day, from, lines));
    }

    private static @Nullable Long person(HouseholdView household, BenefitLine line) {
        if (line.who().isEmpty()) {
            return null;
        }
        return household.members().stream()
                .filter(m -> m.number().equals(line.who()) && m.death() == null)
                .findFirst()
                // nothing is granted to or taken from somebody who left or died since: the case goes back
                .orElseThrow(() ->
                        CaseFailure.incomplete(List.of(new Problem("verdict." + line.key(), "member-gone", List.of()))))
                .person();
    }

    private void change(
            CaseFile c,
            CaseDecided.Line line,
            Roll roll,
            List<RollEntry> standing,
            LocalDate from,
            @Nullable Causes causes) {
        Optional<RollEntry> before = standing.stream()
                .filter(e -> e.roll() == roll && Objects.equals(e.person(), line.person()))
                .findFirst();
        String source = "case " + c.number();
        if (line.outcome() == Outcome.GRANTED) {
            RollEntry entry = entry(line, roll, before, from, causes);
            if (before.filter(entry::equals).isPresent()) {
                return;
            }
            rolls.enter(c.household(), entry, from, source, "decision");
        } else {
            // who was lifted out stays in the register as such: that is history, and the gradual exit rests on it
            Register register = before.map(RollEntry::register).orElse(null);
            if (before.isEmpty() || (register != null && register.state() == RegisterState.LIFTED)) {
                return;
            }
            rolls.leave(c.household(), roll, line.person(), from, source, "decision");
        }
        consequences.keep(c, new Consequence(roll, line.person(), from, before.orElse(null), today.date()));
    }

    private static RollEntry entry(
            CaseDecided.Line line, Roll roll, Optional<RollEntry> before, LocalDate from, @Nullable Causes causes) {
        LocalDate since = before.map(RollEntry::since).orElse(from);
        return switch (roll) {
            case DIBAO ->
                new RollEntry(roll, null, before.isPresent() ? before.get().since() : from, line.fen(), null);
            case REGISTER ->
                RollEntry.register(new Register(
                        RegisterState.POOR,
                        null,
                        false,
                        causes == null
                                ? before.map(RollEntry::register)
                                        .map(Register::causes)
                                        .orElse(null)
                                : causes));
            case TEKUN, LIVING_ALLOWANCE, CARE_ALLOWANCE, DISABILITY, PREFERENTIAL ->
                RollEntry.of(roll, Objects.requireNonNull(line.person()), since);
        };
    }

    /** Puts the rolls back to what stood before the decision, as a correction that leaves its trace, and tells. */
    void withdraw(CaseFile c) {
        if (c.state().standing() != Standing.CLOSED) {
            return;
        }
        LocalDate day = today.date();
        String source = "case " + c.number();
        for (Consequence change : consequences.standing(c.id())) {
            RollEntry before = change.before();
            if (before == null) {
                rolls.leave(c.household(), change.roll(), change.person(), change.from(), source, "reopened");
            } else {
                rolls.enter(c.household(), before, restoredFrom(change, before), source, "reopened");
            }
        }
        consequences.withdraw(c.id(), day);
        papers.receipt(c.id())
                .ifPresent(receipt -> events.publishEvent(new DecisionWithdrawn(
                        c.number(),
                        c.household(),
                        c.village(),
                        receipt.decidedOn(),
                        holdsFrom(receipt.decidedOn()),
                        day)));
    }

    /** On a roll of persons the row's first day is since when; elsewhere the entry says it itself. */
    private static LocalDate restoredFrom(Consequence change, RollEntry before) {
        LocalDate since = before.since();
        return since == null || change.roll().listsHouseholds() ? change.from() : since;
    }
}
