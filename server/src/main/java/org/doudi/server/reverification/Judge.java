package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.policy.Assessment;
import org.doudi.policy.Consent;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Look;
import org.doudi.policy.MissingParameterException;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Award;
import org.doudi.server.benefits.Awards;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.identity.Relatives;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.doudi.server.registry.RunningWork;
import org.doudi.server.reverification.store.TaskStore;
import org.doudi.server.reverification.store.TaskStore.Rule;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells whether a household that says it is unchanged may be closed without a second person, and if not, why. */
@Component
class Judge {
    private final TaskStore store;
    private final Households households;
    private final Rolls rolls;
    private final Awards awards;
    private final Relatives relatives;
    private final RunningWork running;
    private final CheckRequests checks;
    private final TransactionTemplate apart;
    private final Today today;

    Judge(
            TaskStore store,
            Households households,
            Rolls rolls,
            Awards awards,
            Relatives relatives,
            RunningWork running,
            CheckRequests checks,
            PlatformTransactionManager transactions,
            Today today) {
        this.store = store;
        this.households = households;
        this.rolls = rolls;
        this.awards = awards;
        this.relatives = relatives;
        this.running = running;
        this.checks = checks;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.today = today;
    }

    /** The first reason why a person must look; none if the machine may close. */
    @Nullable
    Fallout fallout(Reverification task, Finding finding) {
        if (finding == Finding.CHANGED) {
            return Fallout.FACTS_CHANGED;
        }
        if (task.origin() == Reverification.Origin.SAMPLE) {
            return Fallout.DRAWN;
        }
        if (running.of(task.household()).isPresent()) {
            return Fallout.CASE_RUNS;
        }
        if (relatives.isDeclared(task.household())) {
            return Fallout.NEAR_RELATIVE;
        }
        LocalDate day = today.date();
        Assessment assessment = assess(task.household(), day);
        if (assessment == null) {
            return Fallout.NO_RECORD;
        }
        Fallout differs = differs(task.household(), assessment, day);
        Fallout must = differs != null ? differs : byRule(assessment, store.rule(task.category(), day));
        return must != null ? must : unchecked(task, day);
    }

    /** Null where too little is known or it does not hang together, or the rules have no parameters; what is written besides stays. */
    private @Nullable Assessment assess(long household, LocalDate day) {
        try {
            return apart.execute(t -> households.assess(household, day, today.now()));
        } catch (NoSuchElementException | MissingParameterException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Fallout differs(long household, Assessment assessment, LocalDate day) {
        if (assessment.household().consent() != Consent.GIVEN) {
            return Fallout.NO_CONSENT;
        }
        if (assessment.hasGaps()) {
            return Fallout.GAP;
        }
        long gets = gets(household, day);
        boolean same = gets == 0
                ? assessment.dibao() != DibaoOutcome.ELIGIBLE
                : assessment.monthlyFen() == gets && assessment.dibao() != DibaoOutcome.REFUSED;
        return same ? null : Fallout.OTHER_AMOUNT;
    }

    private @Nullable Fallout unchecked(Reverification task, LocalDate day) {
        boolean may = !store.asksCheck(task.category(), day)
                || checks.standing(task.household(), task.baseOn()) == Standing.ANSWERED;
        return may ? null : Fallout.NOT_CHECKED;
    }

    private static @Nullable Fallout byRule(Assessment assessment, Rule rule) {
        List<Look> looks = Look.at(assessment);
        if (looks.stream().anyMatch(l -> l.code() != Look.Code.EXAMPLE_VALUES)) {
            return Fallout.MUST_LOOK;
        }
        if (!rule.machineCloses()) {
            return Fallout.CATEGORY;
        }
        return looks.isEmpty() || rule.acceptsExamples() ? null : Fallout.EXAMPLE_VALUES;
    }

    /** What the household gets of dibao a month, in fen: by its award, or where the office pays by the roll, by that. */
    private long gets(long household, LocalDate day) {
        List<Award> standing = awards.of(household).stream()
                .filter(a -> a.aid() == Aid.DIBAO
                        && !a.from().isAfter(day)
                        && (a.until() == null || a.until().isAfter(day)))
                .toList();
        if (!standing.isEmpty()) {
            return standing.stream().mapToLong(Award::fen).sum();
        }
        return rolls.of(household, day).stream()
                .filter(e -> e.roll() == Roll.DIBAO)
                .mapToLong(RollEntry::monthlyFen)
                .sum();
    }
}
