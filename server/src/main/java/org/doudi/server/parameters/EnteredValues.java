package org.doudi.server.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.doudi.policy.Clause;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.parameters.ParameterPackException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.parameters.EnteredValue.State;
import org.doudi.server.parameters.ParameterRefused.Why;
import org.doudi.server.parameters.store.EnteredStore;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Values that a county or the city sets itself: one person proposes, another puts in force, and from then on the rules read them. */
@Service
public class EnteredValues {
    /** The shortest and the longest words. */
    public static final int SHORTEST = 4;

    private static final int LONGEST = 200;
    private static final int LONGEST_ARTICLE = 100;
    private static final int YEARS = 10;
    private static final Set<Role> PROPOSE = Set.of(Role.COUNTY_OFFICER, Role.CITY_SUPERVISOR);
    private static final Set<Role> DECIDE = Set.of(Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR);

    private final EnteredStore store;
    private final Standards standards;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;

    EnteredValues(
            EnteredStore store, Standards standards, AuditTrail trail, TransactionTemplate transaction, Today today) {
        this.store = store;
        this.standards = standards;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
    }

    /**
     * What sets values.
     *
     * @param from the first day on which they hold
     * @param announced the day on which they became known
     * @param document its name and number
     * @param article the place in it, or empty
     */
    public record Source(LocalDate from, LocalDate announced, String document, String article) {}

    /** Whether the officer proposes values for the own area. */
    public static boolean proposes(Officer officer) {
        return PROPOSE.contains(officer.role());
    }

    /** Whether the officer decides on this one: of the own county or city, and not on what was proposed by the same person. */
    public static boolean decides(Officer officer, EnteredValue value) {
        return DECIDE.contains(officer.role())
                && sets(officer, value.place())
                && value.state() == State.PROPOSED
                && value.enteredBy() != officer.id().value();
    }

    /** A county sets values for itself and for its townships; the city for the city. */
    private static boolean sets(Officer officer, String place) {
        String area = officer.area().code();
        return officer.role() == Role.CITY_SUPERVISOR ? place.equals(area) : place.startsWith(area);
    }

    /** A parameter at a place. */
    public record Choice(Parameter parameter, String place) {}

    /** The officer's area, and its parts for which a parameter has values of their own; a county may set all of them. */
    public List<String> places(Parameter parameter) {
        Officer officer = Scope.officer();
        String area = officer.area().code();
        List<String> places = new ArrayList<>(List.of(area));
        standards.pack().values().stream()
                .filter(v -> v.parameter() == parameter)
                .map(ParameterValue::place)
                .filter(place -> place.startsWith(area) && !place.equals(area))
                .distinct()
                .forEach(places::add);
        return places;
    }

    /** Whether a county may set a parameter: not what the state has set for the whole country. */
    public boolean isOurs(Parameter parameter, String place) {
        ParameterValue value = standards.pack().value(parameter, place, today.date());
        return value == null || value.place().length() > 2 || value.grade() == Grade.EXAMPLE;
    }

    /** What waits in one's area. */
    public List<EnteredValue> waiting() {
        return store.waiting(Scope.officer().area().code());
    }

    /** What was entered of a parameter. */
    public List<EnteredValue> history(Parameter parameter) {
        return store.history(parameter, Scope.officer().area().code());
    }

    /** One of them. */
    public EnteredValue get(long id) {
        return store.find(id).orElseThrow(() -> new ParameterRefused(Why.NOTHING));
    }

    /** Proposes a value as it was typed. */
    public long propose(Choice choice, String typed, Source source) {
        Parameter parameter = choice.parameter();
        long value;
        try {
            value = parameter.unit().parse(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new ParameterRefused(Why.FORM, parameter);
        }
        return changing(() -> propose(choice, value, source));
    }

    /** Proposes to keep values that hold as examples: they become the place's own, by a document. */
    public void adopt(List<Choice> choices, Source source) {
        if (choices.isEmpty()) {
            throw new ParameterRefused(Why.NONE);
        }
        changing(() -> {
            for (Choice choice : choices) {
                ParameterValue held = standards.pack().value(choice.parameter(), choice.place(), source.from());
                if (held == null) {
                    throw new ParameterRefused(Why.NOTHING, choice.parameter());
                }
                propose(choice, held.value(), source);
            }
            return choices.size();
        });
    }

    private long propose(Choice choice, long value, Source source) {
        Officer officer = Scope.officer();
        Parameter parameter = choice.parameter();
        String place = choice.place();
        if (!places(parameter).contains(place) || !sets(officer, place)) {
            throw new ParameterRefused(Why.NOTHING, parameter);
        }
        check(source);
        if (!isOurs(parameter, place)) {
            throw new ParameterRefused(Why.NATIONAL, parameter);
        }
        EnteredValue proposal = new EnteredValue(
                0,
                place,
                parameter,
                source.from(),
                source.announced(),
                value,
                source.document().strip(),
                source.article().strip(),
                State.PROPOSED,
                officer.id().value(),
                officer.name(),
                today.date(),
                null,
                null,
                "");
        fits(List.of(proposal));
        long id = store.propose(proposal).orElseThrow(() -> new ParameterRefused(Why.TWICE, parameter));
        trail.record(Act.PARAMETER_MOVED, Subject.NONE, proposal.document(), told(State.PROPOSED, proposal));
        return id;
    }

    private void check(Source source) {
        LocalDate day = today.date();
        if (source.from().isBefore(day.minusYears(YEARS))
                || source.from().isAfter(day.plusYears(YEARS))
                || source.announced().isBefore(day.minusYears(YEARS))
                || source.announced().isAfter(day)) {
            throw new ParameterRefused(Why.DAY);
        }
        int length = source.document().strip().length();
        if (length < SHORTEST || length > LONGEST || source.article().length() > LONGEST_ARTICLE) {
            throw new ParameterRefused(Why.DOCUMENT);
        }
    }

    private void fits(List<EnteredValue> values) {
        try {
            standards.with(values.stream().map(v -> v.asValue(today.date())).toList());
        } catch (ParameterPackException e) {
            Clause clause = values.get(0).parameter().clause();
            boolean floor = clause == Parameter.DIBAO_STANDARD.clause() || clause == Parameter.POVERTY_LINE.clause();
            throw new ParameterRefused(
                    floor ? Why.FLOOR : Why.RIGID, values.get(0).parameter());
        }
    }

    /** Puts proposals in force, all of them or none; the rules read them from then on. */
    public void approve(List<Long> ids) {
        if (ids.isEmpty()) {
            throw new ParameterRefused(Why.NONE);
        }
        changing(() -> {
            List<EnteredValue> values = new ArrayList<>();
            for (long id : ids.stream().sorted().distinct().toList()) {
                values.add(open(id));
            }
            fits(values);
            for (EnteredValue value : values) {
                store.decide(value.id(), State.IN_FORCE, Scope.officer().id().value(), today.date(), today.now(), "");
                trail.record(Act.PARAMETER_MOVED, Subject.NONE, value.document(), told(State.IN_FORCE, value));
            }
            return values.size();
        });
        standards.renew();
    }

    /** Refuses a proposal, with the reason. */
    public void refuse(long id, String why) {
        String words = why.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new ParameterRefused(Why.WORDS);
        }
        changing(() -> {
            EnteredValue value = open(id);
            store.decide(id, State.REFUSED, Scope.officer().id().value(), today.date(), today.now(), words);
            trail.record(Act.PARAMETER_MOVED, Subject.NONE, words, told(State.REFUSED, value));
            return id;
        });
    }

    /** Takes one's own proposal back. */
    public void withdraw(long id) {
        changing(() -> {
            EnteredValue value = store.lock(id).orElseThrow(() -> new ParameterRefused(Why.NOTHING));
            long me = Scope.officer().id().value();
            if (value.enteredBy() != me) {
                throw new ParameterRefused(Why.NOTHING);
            }
            if (value.state() != State.PROPOSED) {
                throw new ParameterRefused(Why.OVERTAKEN);
            }
            store.decide(id, State.WITHDRAWN, me, today.date(), today.now(), "");
            trail.record(Act.PARAMETER_MOVED, Subject.NONE, "", told(State.WITHDRAWN, value));
            return id;
        });
    }

    /** A proposal that the officer may decide on. */
    private EnteredValue open(long id) {
        Officer officer = Scope.officer();
        EnteredValue value = store.lock(id).orElseThrow(() -> new ParameterRefused(Why.NOTHING));
        if (!sets(officer, value.place())) {
            throw new ParameterRefused(Why.NOTHING);
        }
        if (value.state() != State.PROPOSED) {
            throw new ParameterRefused(Why.OVERTAKEN, value.parameter());
        }
        if (value.enteredBy() == officer.id().value()) {
            throw new ParameterRefused(Why.OWN, value.parameter());
        }
        return value;
    }

    private static String told(State state, EnteredValue value) {
        return state + " " + value.parameter().key() + " " + value.place() + " " + value.from() + " " + value.shown();
    }

    private <T> T changing(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(t -> work.get()));
    }
}
