package org.doudi.server.quality;

import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.HouseholdsLookedAt;
import org.doudi.server.quality.FindingRefused.Why;
import org.doudi.server.quality.store.FindingStore;
import org.doudi.server.shell.Today;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What does not hang together in the data of one's area. */
@Service
public class Findings {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The shortest reason that a person gives. */
    public static final int SHORTEST = 4;

    private static final int LONGEST = 500;

    private final FindingStore store;
    private final Catalogue catalogue;
    private final AuditTrail trail;
    private final Today today;

    Findings(FindingStore store, Catalogue catalogue, AuditTrail trail, Today today) {
        this.store = store;
        this.catalogue = catalogue;
        this.trail = trail;
        this.today = today;
    }

    /** Asks the rules again about households that are looked at, in the same transaction. */
    @EventListener
    void lookedAt(HouseholdsLookedAt event) {
        store.look(catalogue, event.households(), event.day());
    }

    /** A page of findings, the newest first. */
    @Transactional
    public List<FindingView> list(FindingQuery query, int page) {
        List<FindingView> found = store.list(query, catalogue, Scope.officer().role(), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "findings " + query.tab() + " " + query.place());
        return found;
    }

    /** All findings of a query, for a file. */
    @Transactional
    public void export(FindingQuery query, Consumer<FindingView> to) {
        int[] count = {0};
        store.each(query, catalogue, Scope.officer().role(), finding -> {
            count[0]++;
            to.accept(finding);
        });
        trail.record(Act.EXPORTED, Subject.NONE, "", count[0] + " findings " + query.tab() + " " + query.place());
    }

    /** What is to be mended in a household. */
    @Transactional
    public List<FindingView> of(long household) {
        return store.of(household, catalogue);
    }

    /** A finding in one's area. */
    @Transactional
    public FindingView get(long id) {
        FindingView finding = find(id);
        trail.record(
                Act.HOUSEHOLD_READ,
                Subject.household(finding.household()),
                "",
                "finding " + finding.rule().id());
        return finding;
    }

    /** Says that the rule is wrong here. */
    @Transactional
    public void falseAlarm(long id, int version, String words) {
        FindingView finding = mine(id, version, FindingState.OPEN);
        String text = words.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new FindingRefused(Why.WORDS);
        }
        store.mark(id, Scope.officer().id().value(), today.date(), text);
        note(finding, "called a false alarm");
    }

    /** Takes that back. */
    @Transactional
    public void reopen(long id, int version) {
        FindingView finding = mine(id, version, FindingState.FALSE_ALARM);
        store.reopen(id);
        note(finding, "opened again");
    }

    /** Figures of one's area by its divisions of so many digits. */
    @Transactional
    public Scores scores(int digits) {
        return new Scores(store.scores(digits, today.date()), store.trend(today.date()));
    }

    /** How each rule fares in a place. */
    @Transactional
    public List<Scores.OfRule> byRule(Area place) {
        return store.byRule(place.code());
    }

    private FindingView find(long id) {
        return store.find(id, catalogue).orElseThrow(() -> new FindingRefused(Why.NOTHING));
    }

    private FindingView mine(long id, int version, FindingState from) {
        store.lock(id);
        FindingView finding = find(id);
        if (finding.rule().owner() != Scope.officer().role()) {
            throw new FindingRefused(Why.OTHER_OFFICE);
        }
        if (finding.version() != version || finding.state() != from) {
            throw new FindingRefused(Why.OVERTAKEN);
        }
        return finding;
    }

    private void note(FindingView finding, String what) {
        trail.record(
                Act.FINDING_MARKED,
                Subject.household(finding.household()),
                "",
                finding.rule().id() + " " + what);
    }
}
