package org.doudi.server.matching;

import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.Cases;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.GapRefused.Cause;
import org.doudi.server.matching.store.GapStore;
import org.doudi.server.shell.Today;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The gaps of one's area: who is missing from a roll, or should leave it, who answers for it, and what came of it. */
@Service
public class Gaps {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The shortest reason that a person gives. */
    public static final int SHORTEST = 4;

    private static final int LONGEST = 500;

    private final GapStore store;
    private final ListAnswers answers;
    private final Cases cases;
    private final AuditTrail trail;
    private final Today today;

    Gaps(GapStore store, ListAnswers answers, Cases cases, AuditTrail trail, Today today) {
        this.store = store;
        this.answers = answers;
        this.cases = cases;
        this.trail = trail;
        this.today = today;
    }

    /** A page of gaps, the most urgent first. */
    @Transactional
    public List<GapView> list(GapQuery query, int page) {
        List<GapView> gaps = store.list(query, Scope.officer().role(), today.date(), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "gaps " + query.tab() + " " + query.place() + " " + gaps.size());
        return gaps;
    }

    /** All gaps of a query, one after the other, for a file. */
    @Transactional
    public void export(GapQuery query, Consumer<GapView> to) {
        int[] count = {0};
        store.each(query, Scope.officer().role(), today.date(), gap -> {
            count[0]++;
            to.accept(gap);
        });
        trail.record(Act.EXPORTED, Subject.NONE, "", count[0] + " gaps " + query.tab() + " " + query.place());
    }

    /** A gap in one's area. */
    @Transactional
    public GapView get(long id) {
        GapView gap = find(id);
        trail.record(Act.HOUSEHOLD_READ, Subject.household(gap.household()), "", "gap " + gap.kind());
        return gap;
    }

    /** The gaps of a household that stand. */
    @Transactional
    public List<GapView> of(long household) {
        return store.of(household, today.date());
    }

    /** Figures of one's area by its divisions of so many digits. */
    @Transactional
    public Board board(int digits) {
        return new Board(store.board(digits, today.date()), store.trend(today.date()));
    }

    /** Takes a gap on. */
    @Transactional
    public void take(long id, int version) {
        GapView gap = mine(id, version, GapState.OPEN, GapState.IN_WORK);
        store.take(gap, Scope.officer().id().value());
        note(gap, "taken");
    }

    /** Says why a gap stays. */
    @Transactional
    public void settle(long id, int version, Outcome outcome, String words) {
        GapView gap = mine(id, version, GapState.OPEN, GapState.IN_WORK);
        String text = words.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST || !Outcome.BY_PEOPLE.contains(outcome)) {
            throw new GapRefused(Cause.WORDS);
        }
        store.settle(gap, outcome, text, Scope.officer().id().value(), today.date());
        answers.moved(List.of(id));
        note(gap, "settled as " + outcome);
    }

    /** Works on a settled gap again. */
    @Transactional
    public void reopen(long id, int version) {
        GapView gap = mine(id, version, GapState.SETTLED);
        store.reopen(gap, Scope.officer().id().value());
        answers.moved(List.of(id));
        note(gap, "opened again");
    }

    /**
     * Opens a case by the office itself, without an application: the family may not know what it is due.
     *
     * @return the number of the household's case
     */
    @Transactional
    public String openCase(long id, int version) {
        GapView gap = mine(id, version, GapState.OPEN, GapState.IN_WORK);
        String number = cases.open(gap.household());
        store.inCase(gap.id(), number, Scope.officer().id().value());
        note(gap, "case " + number);
        return number;
    }

    /** A case was decided: the gaps of the household that it was opened for, or that stood meanwhile, end by it when the rolls follow. */
    @EventListener
    void decided(CaseDecided event) {
        store.decided(event.household(), event.number());
    }

    private GapView find(long id) {
        return store.find(id, today.date()).orElseThrow(() -> new GapRefused(Cause.NO_GAP));
    }

    private GapView mine(long id, int version, GapState... from) {
        store.lock(id);
        GapView gap = find(id);
        Officer officer = Scope.officer();
        if (gap.owner() != officer.role()) {
            throw new GapRefused(Cause.OTHER_OFFICE);
        }
        if (!List.of(from).contains(gap.state())) {
            throw new GapRefused(Cause.NOT_NOW);
        }
        if (gap.version() != version) {
            throw new GapRefused(Cause.OVERTAKEN);
        }
        return gap;
    }

    private void note(GapView gap, String what) {
        trail.record(Act.GAP_MOVED, Subject.household(gap.household()), "", gap.kind() + " " + what);
    }
}
