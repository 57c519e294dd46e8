package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.FallBack;
import org.doudi.policy.MissingParameterException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.Cases;
import org.doudi.server.casework.Outcome;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.Alert.Check;
import org.doudi.server.matching.Alert.End;
import org.doudi.server.matching.Alert.State;
import org.doudi.server.matching.Alert.Way;
import org.doudi.server.matching.GapRefused.Cause;
import org.doudi.server.matching.store.AlertStore;
import org.doudi.server.matching.store.AlertStore.Raised;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.Facts;
import org.doudi.server.shell.Today;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Households that were lifted out and are in danger to fall back (clause 2.1-5): the alert, what a person finds, the case that the office opens by itself, and
 * what came of it. Who is poor by the rules again is a gap ({@link Gaps}), which has its own owner and clock.
 */
@Service
public class Alerts {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The shortest words of somebody who looked. */
    public static final int SHORTEST = 4;

    /** Who looks into an alert. */
    public static final Set<Role> LOOKERS = Set.of(Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK);

    private static final int LONGEST = 500;

    private final AlertStore store;
    private final Facts facts;
    private final Cases cases;
    private final AuditTrail trail;
    private final Today today;

    Alerts(AlertStore store, Facts facts, Cases cases, AuditTrail trail, Today today) {
        this.store = store;
        this.facts = facts;
        this.cases = cases;
        this.trail = trail;
        this.today = today;
    }

    /** Which alerts are shown. */
    public enum Tab {
        /** To be looked into. */
        OPEN,
        /** Looked into and so, without a case yet. */
        CONFIRMED,
        OVERDUE,
        IN_CASE,
        FALSE_ALARM,
        CLOSED
    }

    /** A page of alerts below a place. */
    @Transactional
    public List<Alert> list(Tab tab, String place, int page) {
        List<Alert> found = store.list(tab, place, today.date(), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "alerts " + tab + " " + place + " " + found.size());
        return found;
    }

    /** How many of each state stand, and how many ended how within a year. */
    public record Count(
            String place,
            String name,
            long open,
            long overdue,
            long confirmed,
            long inCase,
            long aided,
            long notAided,
            long falseAlarms) {}

    /** Figures of the divisions below a place. */
    @Transactional
    public List<Count> counts(String place) {
        return store.counts(place, new Area(place).digitsBelow(), today.date());
    }

    /** An alert of one's area. */
    @Transactional
    public Alert get(long id) {
        Alert alert = find(id);
        trail.record(Act.HOUSEHOLD_READ, Subject.household(alert.household()), "", "alert " + alert.reason());
        return alert;
    }

    /** The alerts of a household that stand, the newest first. */
    @Transactional
    public List<Alert> of(long household) {
        return store.of(household, today.date());
    }

    /** Looked into, and it is so. */
    @Transactional
    public void confirm(long id, int version, Way way, String words) {
        Alert alert = open(id, version, State.OPEN);
        store.checked(id, State.CONFIRMED, check(way, words), null);
        note(alert, "confirmed");
    }

    /** Looked into, and it is not so. */
    @Transactional
    public void falseAlarm(long id, int version, Way way, End why, String words) {
        Alert alert = open(id, version, State.OPEN);
        if (!why.isFalseAlarm()) {
            throw new GapRefused(Cause.WORDS);
        }
        store.checked(id, State.FALSE_ALARM, check(way, words), why);
        note(alert, "false alarm: " + why);
    }

    /** Opens a case by the office itself. Answers its number. */
    @Transactional
    public String openCase(long id, int version) {
        Alert alert = open(id, version, State.CONFIRMED);
        if (alert.owner() != Scope.officer().role()) {
            throw new GapRefused(Cause.OTHER_OFFICE);
        }
        String number = cases.open(alert.household());
        store.inCase(id, number);
        note(alert, "case " + number);
        return number;
    }

    /** Raises what the figures of some households ask for, and ends what they no longer do; called in the pass that looks at them. */
    void look(List<Long> households, Map<Long, Assessment> assessed, LocalDate day) {
        List<Raised> found = new ArrayList<>();
        Map<Integer, List<Long>> watched = new HashMap<>();
        Map<Long, Disasters> disasters = facts.disasters(
                assessed.entrySet().stream()
                        .filter(e -> FallBack.watches(e.getValue()))
                        .map(Map.Entry::getKey)
                        .toList(),
                day);
        assessed.forEach((household, assessment) -> {
            if (FallBack.watches(assessment)) {
                rule(assessment, day).ifPresent(rule -> {
                    rule.signs(
                                    assessment,
                                    disasters
                                            .getOrDefault(household, Disasters.NONE)
                                            .lossFen(day))
                            .forEach(sign -> found.add(new Raised(
                                    household,
                                    AlertReason.valueOf(sign.danger().name()),
                                    sign.figure(),
                                    sign.limit())));
                    watched.computeIfAbsent(rule.jobMonths(), m -> new ArrayList<>())
                            .add(household);
                });
            }
        });
        watched.forEach((months, some) -> store.jobLost(some, day.minusMonths(months), day)
                .forEach(household -> found.add(new Raised(household, AlertReason.JOB_LOST, null, null))));
        store.follow(households);
        store.end(households, found, day);
        store.raise(found, day);
    }

    /** Nothing where the city set no values for the day: nobody is watched then. */
    private static Optional<FallBack> rule(Assessment assessment, LocalDate day) {
        try {
            return Optional.of(
                    FallBack.at(assessment.parameters(), assessment.household().village(), day));
        } catch (MissingParameterException e) {
            return Optional.empty();
        }
    }

    /** A case was decided: the alerts that it was opened for end by it. */
    @EventListener
    void decided(CaseDecided event) {
        boolean aided = event.lines().stream().anyMatch(l -> l.outcome() == Outcome.GRANTED);
        store.decided(event.number(), aided ? End.AIDED : End.NOT_AIDED, today.date());
    }

    private Check check(Way way, String words) {
        Officer me = Scope.officer();
        if (!LOOKERS.contains(me.role())) {
            throw new GapRefused(Cause.OTHER_OFFICE);
        }
        String text = words.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new GapRefused(Cause.WORDS);
        }
        return new Check(today.date(), me.id().value(), me.name(), way, text);
    }

    private Alert find(long id) {
        return store.find(id, today.date()).orElseThrow(() -> new GapRefused(Cause.NO_GAP));
    }

    private Alert open(long id, int version, State state) {
        store.lock(id);
        Alert alert = find(id);
        if (alert.state() != state) {
            throw new GapRefused(Cause.NOT_NOW);
        }
        if (alert.version() != version) {
            throw new GapRefused(Cause.OVERTAKEN);
        }
        return alert;
    }

    private void note(Alert alert, String what) {
        trail.record(Act.GAP_MOVED, Subject.household(alert.household()), "", "alert " + alert.reason() + " " + what);
    }
}
