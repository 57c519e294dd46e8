package org.doudi.server.matching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.store.DueStore;
import org.doudi.server.matching.store.DueStore.Duty;
import org.doudi.server.matching.store.DueStore.Found;
import org.doudi.server.matching.store.OriginStore;
import org.doudi.server.registry.MassAssessment;
import org.doudi.server.registry.MassAssessment.Assessed;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at households whose facts, rolls or members changed, and at all of them each night: opens gaps and ends them, in sets. */
@Service
public class Recalculation {
    /** How many households one transaction takes. */
    static final int BATCH = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(Recalculation.class);

    private final DueStore due;
    private final OriginStore origins;
    private final ListAnswers answers;
    private final MassAssessment assessment;
    private final Alerts alerts;
    private final Standards standards;
    private final WorkingDays calendar;
    private final TransactionTemplate transaction;
    private final Today today;
    private final ApplicationEventPublisher events;
    private final Officer platform;
    private final Counter failed;
    private volatile String computedBy = "";

    Recalculation(
            DueStore due,
            OriginStore origins,
            ListAnswers answers,
            MassAssessment assessment,
            Alerts alerts,
            Standards standards,
            Deadlines deadlines,
            TransactionTemplate transaction,
            Today today,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            @Value("${doudi.city:2109}") String city) {
        this.due = due;
        this.origins = origins;
        this.answers = answers;
        this.assessment = assessment;
        this.alerts = alerts;
        this.standards = standards;
        this.calendar = deadlines.calendar();
        this.transaction = transaction;
        this.today = today;
        this.events = events;
        this.platform = Officer.system(new Area(city));
        this.failed = Counter.builder("doudi.gaps.failed")
                .description("households that could not be looked at, and wait until all are looked at again")
                .register(meters);
    }

    /**
     * What one pass did.
     *
     * @param households that were looked at; 0 when none waits
     */
    public record Pass(int households, int opened, int closed) {}

    /**
     * Looks at the first households that wait. Broken off, they wait again. If one of them cannot be looked at, the others are looked at one by one, and that
     * one waits until all are looked at again.
     */
    public Pass pass() {
        try {
            return pass(BATCH);
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} households could not be looked at together and are looked at one by one: {}",
                    BATCH,
                    e.toString());
            return oneByOne();
        }
    }

    private Pass pass(int most) {
        return Scope.as(
                platform,
                () -> Objects.requireNonNull(transaction.execute(t -> {
                    List<Long> households = due.take(most);
                    return households.isEmpty() ? new Pass(0, 0, 0) : look(households);
                })));
    }

    private Pass oneByOne() {
        Pass all = new Pass(0, 0, 0);
        for (int i = 0; i < BATCH; i++) {
            Pass one;
            try {
                one = pass(1);
            } catch (RuntimeException e) {
                one = setAside(e);
            }
            if (one.households() == 0) {
                break;
            }
            all = new Pass(
                    all.households() + one.households(), all.opened() + one.opened(), all.closed() + one.closed());
        }
        return all;
    }

    /** What is wrong with everybody, as a database that is gone, breaks this too, so that nobody is set aside for it. */
    private Pass setAside(RuntimeException why) {
        List<Long> household = Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> due.take(1))));
        LOG.error("household {} cannot be looked at; the next time is when all are", household, why);
        failed.increment(household.size());
        return new Pass(household.size(), 0, 0);
    }

    private Pass look(List<Long> households) {
        LocalDate day = today.date();
        Map<Gap.Kind, Duty> duties = new EnumMap<>(Gap.Kind.class);
        due.duties(day).forEach(duty -> duties.put(duty.kind(), duty));
        Map<Gap.Kind, LocalDate> dues = new EnumMap<>(Gap.Kind.class);
        duties.forEach((kind, duty) -> dues.put(kind, calendar.after(day, duty.workingDays())));
        List<Found> found = new ArrayList<>();
        Map<Long, Assessed> assessed = assessment.assess(households, day, today.now());
        assessed.forEach((household, one) -> {
            for (Gap gap : one.assessment().gaps()) {
                found.add(new Found(
                        household,
                        gap.memberId() == null ? null : one.persons().get(gap.memberId()),
                        gap.kind(),
                        Objects.requireNonNull(duties.get(gap.kind())).role(),
                        Objects.requireNonNull(dues.get(gap.kind()))));
            }
        });
        Map<Long, Assessment> assessments = new HashMap<>();
        assessed.forEach((household, one) -> assessments.put(household, one.assessment()));
        alerts.look(households, assessments, day);
        // of whom nothing can be told, nothing is missing: a household that was dissolved has no gaps
        List<Long> closed = due.close(households, found, day);
        events.publishEvent(new HouseholdsLookedAt(households, day));
        long before = origins.lastGap();
        int opened = due.open(found, day);
        origins.note(households, before, answers.due(day));
        answers.moved(closed);
        return new Pass(households.size(), opened, closed.size());
    }

    /** Has every household looked at again if the parameters in force are others than those that the gaps were computed by. */
    public void begin() {
        String version = standards.pack().version();
        if (!version.equals(computedBy)) {
            Scope.as(
                    platform,
                    () -> Objects.requireNonNull(transaction.execute(t -> due.pack(version) ? due.all() : 0L)));
            computedBy = version;
        }
    }

    /** Tells the departments some of what ended before there was anything that told it; answers how much. */
    public int tell() {
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> answers.before())));
    }

    /** Has every household looked at again; answers how many. */
    public long all() {
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> due.all())));
    }

    /** How many households wait. */
    public long waiting() {
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> due.waiting())));
    }
}
