package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Rhythm.Closing;
import org.doudi.server.reverification.Rhythm.State;
import org.doudi.server.reverification.Rhythm.Terms;
import org.doudi.server.reverification.store.RhythmStore;
import org.doudi.server.reverification.store.RhythmStore.Standing;
import org.doudi.server.shell.Today;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The city's own rule of how often households are looked at and what the machine may end: one proposes by a document, another puts it in force. */
@Service
public class Rhythms {
    /** The shortest and the longest words. */
    public static final int SHORTEST = 4;

    private static final int LONGEST = 200;
    private static final int LONGEST_ARTICLE = 100;
    private static final int YEARS = 10;
    private static final int YEAR = 12;

    private final RhythmStore store;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    Rhythms(
            RhythmStore store,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /** What sets a rule. */
    public record Source(LocalDate from, LocalDate announced, String document, String article) {}

    /** A figure as it is, and as it would be; the message {@code reverification.effect.<what>}. */
    public record Effect(What what, long before, long after) {
        /** Of what. */
        public enum What {
            /** Looks in a year. */
            LOOKS,
            /** Families that are to be told at once that a look is near. */
            TOLD,
            /** Families whose payment stops at once because a look was missed. */
            STOPS,
            /** Looks of the next 30 days that a mass check may end without a visit. */
            UNVISITED
        }
    }

    /** Whether somebody proposes and decides here. */
    public static boolean sets(Officer officer) {
        return officer.role() == Role.CITY_SUPERVISOR;
    }

    /** Whether the officer decides on this one. */
    public static boolean decides(Officer officer, Rhythm rhythm) {
        return sets(officer)
                && rhythm.state() == State.PROPOSED
                && rhythm.enteredBy() != officer.id().value();
    }

    /** What holds today, by category. */
    @Transactional
    public List<Rhythm> inForce() {
        return Arrays.stream(Category.values())
                .map(category -> store.inForce(category, today.date()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Everything that was entered, the newest first. */
    @Transactional
    public List<Rhythm> entered() {
        return store.entered();
    }

    /** One of them. */
    @Transactional
    public Rhythm get(long id) {
        return store.find(id).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
    }

    /** Proposes a rule. */
    @Transactional
    public long propose(Category category, Terms terms, Source source) {
        Officer me = only();
        LocalDate day = today.date();
        if (!terms.isLawful()) {
            throw new ReverificationRefused(Cause.NUMBERS);
        }
        if (!terms.isConsistent()) {
            throw new ReverificationRefused(Cause.CLOSING);
        }
        if (source.from().isBefore(day)
                || source.from().isAfter(day.plusYears(YEARS))
                || source.announced().isAfter(day)
                || source.announced().isBefore(day.minusYears(YEARS))) {
            throw new ReverificationRefused(Cause.RULE_DAY);
        }
        int length = source.document().strip().length();
        if (length < SHORTEST || length > LONGEST || source.article().length() > LONGEST_ARTICLE) {
            throw new ReverificationRefused(Cause.DOCUMENT);
        }
        long id = store.propose(category, terms, source, me.id().value(), day)
                .orElseThrow(() -> new ReverificationRefused(Cause.TWICE));
        note(State.PROPOSED, id, source.document().strip());
        return id;
    }

    /** Puts a proposal in force. */
    @Transactional
    public void approve(long id) {
        Rhythm rhythm = open(id);
        decide(rhythm, State.IN_FORCE, "");
    }

    /** Refuses a proposal, with the reason. */
    @Transactional
    public void refuse(long id, String why) {
        String words = why.strip();
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw new ReverificationRefused(Cause.WORDS);
        }
        decide(open(id), State.REFUSED, words);
    }

    /** Takes one's own proposal back. */
    @Transactional
    public void withdraw(long id) {
        Rhythm rhythm = proposed(id);
        if (rhythm.enteredBy() != Scope.officer().id().value()) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        decide(rhythm, State.WITHDRAWN, "");
    }

    /** What a proposal would change on its first day, or today if that is later. Figures of all households, which the city's offices may have though they see none. */
    public List<Effect> effects(Rhythm proposal) {
        LocalDate day = proposal.from().isAfter(today.date()) ? proposal.from() : today.date();
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> effects(proposal, day))));
    }

    private List<Effect> effects(Rhythm proposal, LocalDate day) {
        Terms after = proposal.terms();
        Terms before =
                store.inForce(proposal.category(), day).map(Rhythm::terms).orElse(after);
        Standing was = store.standing(proposal.category(), before, day);
        Standing is = store.standing(proposal.category(), after, day);
        return List.of(
                new Effect(
                        Effect.What.LOOKS,
                        was.planned() * YEAR / before.months(),
                        is.planned() * YEAR / after.months()),
                new Effect(Effect.What.TOLD, was.toTell(), is.toTell()),
                new Effect(Effect.What.STOPS, was.missed(), is.missed()),
                new Effect(Effect.What.UNVISITED, unvisited(was, before), unvisited(is, after)));
    }

    private static long unvisited(Standing standing, Terms terms) {
        return terms.machine().contains(Closing.UNVISITED) ? standing.soon() : 0;
    }

    private static Officer only() {
        Officer me = Scope.officer();
        if (!sets(me)) {
            throw new ReverificationRefused(Cause.OTHER_HANDS);
        }
        return me;
    }

    private Rhythm proposed(long id) {
        only();
        Rhythm rhythm = store.lock(id).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
        if (rhythm.state() != State.PROPOSED) {
            throw new ReverificationRefused(Cause.OVERTAKEN);
        }
        return rhythm;
    }

    private Rhythm open(long id) {
        Rhythm rhythm = proposed(id);
        if (rhythm.enteredBy() == Scope.officer().id().value()) {
            throw new ReverificationRefused(Cause.OWN);
        }
        return rhythm;
    }

    private void decide(Rhythm rhythm, State state, String why) {
        store.decide(rhythm.id(), state, Scope.officer().id().value(), today.date(), today.now(), why);
        note(state, rhythm.id(), why.isEmpty() ? rhythm.document() : why);
    }

    private void note(State state, long id, String words) {
        trail.record(Act.PARAMETER_MOVED, Subject.NONE, words, state + " rhythm " + id);
    }
}
