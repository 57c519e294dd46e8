package org.doudi.server.matching;

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
import org.doudi.server.registry.MassAssessment;
import org.doudi.server.registry.MassAssessment.Assessed;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again at households whose facts, rolls or members changed, and at all of them each night: opens gaps and ends them, in sets. */
@Service
public class Recalculation {
    /** How many households one transaction takes. */
    static final int BATCH = 400;

    private final DueStore due;
    private final MassAssessment assessment;
    private final Alerts alerts;
    private final Standards standards;
    private final WorkingDays calendar;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    Recalculation(
            DueStore due,
            MassAssessment assessment,
            Alerts alerts,
            Standards standards,
            Deadlines deadlines,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.due = due;
        this.assessment = assessment;
        this.alerts = alerts;
        this.standards = standards;
        this.calendar = deadlines.calendar();
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /**
     * What one pass did.
     *
     * @param households that were looked at; 0 when none waits
     */
    public record Pass(int households, int opened, int closed) {}

    /** Looks at the first households that wait. Broken off, they wait again. */
    public Pass pass() {
        return Scope.as(
                platform,
                () -> Objects.requireNonNull(transaction.execute(t -> {
                    List<Long> households = due.take(BATCH);
                    return households.isEmpty() ? new Pass(0, 0, 0) : look(households);
                })));
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
        int closed = due.close(households, found, day);
        return new Pass(households.size(), due.open(found, day), closed);
    }

    /** Has every household looked at again if the parameters in force are others than those that the gaps were computed by. */
    public void begin() {
        Scope.as(
                platform,
                () -> Objects.requireNonNull(
                        transaction.execute(t -> due.pack(standards.pack().id()) ? due.all() : 0L)));
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
