package org.doudi.server.matching;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.store.CorrectionStore;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a department is asked to mend on its lists, and what it says to it. */
@Service
public class Corrections {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    private final CorrectionStore store;
    private final AuditTrail trail;
    private final Today today;

    Corrections(CorrectionStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** Asks the owner of a list to mend the number of a row: once, however often the list comes, and not again where it said that the number is right. */
    void raise(PairView pair, Named row, Known person) {
        PairView.Source source = Objects.requireNonNull(pair.source());
        Correction before = store.of(source.list(), pair.person()).stream()
                .filter(c -> c.pair() != pair.id() && c.listed().equals(row.idNumber()))
                .filter(c -> c.state() == Correction.State.OPEN || c.state() == Correction.State.DECLINED)
                .findFirst()
                .orElse(null);
        if (before != null) {
            if (before.state() == Correction.State.OPEN) {
                store.again(before.id(), source);
            }
            return;
        }
        store.raise(
                pair, source, row.idNumber(), person.idNumber(), Scope.officer().name(), today.now());
    }

    /** Withdraws what was asked because of a pair that is in doubt again, even where it was answered. */
    void withdraw(PairView pair) {
        store.withdraw(pair.id(), Scope.officer(), today.now());
    }

    /** A page of one's department, those that wait first. */
    @Transactional
    public List<Correction> list(int page) {
        List<Correction> found = store.list(page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "corrections " + found.size());
        return found;
    }

    /** All that wait, for a file. */
    @Transactional
    public void export(Consumer<Correction> to) {
        int[] count = {0};
        store.each(c -> {
            count[0]++;
            to.accept(c);
        });
        trail.record(Act.EXPORTED, Subject.NONE, "", count[0] + " corrections");
    }

    /** Says what was done. */
    @Transactional
    public void answer(long id, Correction.State state) {
        Correction correction = store.lock(id).orElseThrow(() -> new PairRefused(Cause.NO_PAIR));
        if (state != Correction.State.MENDED && state != Correction.State.DECLINED) {
            throw new PairRefused(Cause.NOT_NOW);
        }
        if (correction.state() != Correction.State.OPEN) {
            String by = correction.answeredBy();
            throw new PairRefused(Cause.OVERTAKEN, by == null ? "" : by);
        }
        store.answer(id, state, Scope.officer(), today.now());
        trail.record(Act.LIST_IMPORTED, Subject.NONE, "", "correction " + id + " " + state);
    }
}
