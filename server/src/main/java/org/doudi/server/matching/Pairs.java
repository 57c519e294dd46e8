package org.doudi.server.matching;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.PairView.Source;
import org.doudi.server.matching.PairView.Step;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.matching.store.PairStore.Place;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.registry.Identities.Standing;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.RowDecided;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doubtful pairs of one's area and office. Until one is decided, nothing of its row is written, and nothing that runs is stopped. */
@Service
public class Pairs {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    private final PairStore store;
    private final Identities identities;
    private final ListImports imports;
    private final Corrections corrections;
    private final Merges merges;
    private final AuditTrail trail;
    private final Today today;

    Pairs(
            PairStore store,
            Identities identities,
            ListImports imports,
            Corrections corrections,
            Merges merges,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.identities = identities;
        this.imports = imports;
        this.corrections = corrections;
        this.merges = merges;
        this.trail = trail;
        this.today = today;
    }

    /**
     * Both sides of a pair.
     *
     * @param row the row of the list; null for two records of the registry
     * @param person null where the person lives in no household any more
     * @param other the other record; null for a row of a list, and where that lives in no household any more
     */
    public record Sides(
            @Nullable Named row,
            @Nullable Known person,
            @Nullable Known other) {
        @Override
        public String toString() {
            return "two sides";
        }
    }

    /** A page of pairs. */
    @Transactional
    public List<PairView> list(PairQuery query, int page) {
        List<PairView> found = store.list(query, page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "pairs " + query.kind() + " " + query.tab() + " " + found.size());
        return found;
    }

    /** How many wait, by township. */
    @Transactional
    public List<Place> places(PairKind kind) {
        return store.places(kind);
    }

    /** A pair. */
    @Transactional
    public PairView get(long id) {
        return store.find(id).orElseThrow(() -> new PairRefused(Cause.NO_PAIR));
    }

    /** Its two sides, in full. In the audit trail for each household. */
    @Transactional
    public Sides sides(long id) {
        PairView pair = get(id);
        Long other = pair.other();
        Map<Long, Known> known = identities.of(other == null ? List.of(pair.person()) : List.of(pair.person(), other));
        return new Sides(row(pair), known.get(pair.person()), other == null ? null : known.get(other));
    }

    private @Nullable Named row(PairView pair) {
        Source source = pair.source();
        return source == null ? null : identities.row(source.listImport(), source.row());
    }

    /** What was done with it. */
    @Transactional
    public List<Step> steps(long id) {
        return store.steps(id);
    }

    /** The pair that waits next behind one, or the first one. */
    @Transactional
    public Optional<Long> next(PairQuery query, long after) {
        return store.next(query, after, Scope.officer());
    }

    /**
     * Decides a pair. Two records of the registry become one only when a second person says so too.
     *
     * @param keep which of two records goes on; null for a row of a list, and where it was proposed already
     */
    @Transactional
    public PairState decide(long id, int version, Decision decision, Basis basis, @Nullable Long keep) {
        PairView pair = locked(id, version);
        within(pair);
        Source source = pair.source();
        if (!pair.state().waits()) {
            throw new PairRefused(Cause.NOT_NOW);
        }
        PairState to = source == null ? twice(pair, decision, basis, keep) : ofList(pair, source, decision, basis);
        int alike = source == null ? 0 : alike(pair, decision, basis);
        trail.record(
                Act.LIST_IMPORTED,
                Subject.person(pair.person(), null),
                "",
                "pair " + id + " " + to + " by " + basis + (alike == 0 ? "" : " and " + alike + " that say the same"));
        return to;
    }

    /** What is said of a row holds for the rows of other months that say the same and wait; how many. */
    private int alike(PairView pair, Decision decision, Basis basis) {
        int decided = 0;
        for (PairView alike : store.alike(pair)) {
            Named row = row(alike);
            if (row != null && row.standing() == Standing.OPEN) {
                ofList(alike, Objects.requireNonNull(alike.source()), decision, basis);
                decided++;
            }
        }
        return decided;
    }

    /** The pair as it was seen, which nobody else moves until the transaction ends. */
    private PairView locked(long id, int version) {
        PairView seen = get(id);
        if (seen.source() == null) {
            store.lock(id);
        } else {
            store.lockRows(seen);
        }
        PairView pair = get(id);
        if (pair.version() != version) {
            throw new PairRefused(Cause.OVERTAKEN, Objects.requireNonNullElse(pair.decidedName(), ""));
        }
        return pair;
    }

    /** What two counties decide together is no decision of one. */
    private static void within(PairView pair) {
        if (pair.kind() == PairKind.ACROSS) {
            throw new PairRefused(Cause.SAME_COUNTY);
        }
    }

    private PairState ofList(PairView pair, Source source, Decision decision, Basis basis) {
        PairState to = switch (decision) {
            case SAME -> PairState.CONFIRMED;
            case DIFFERENT -> PairState.REFUSED;
            case WRONG_NUMBER -> PairState.WRONG_NUMBER;
        };
        Named row = row(pair);
        if (to == PairState.WRONG_NUMBER) {
            if (!pair.numberDiffers()) {
                throw new PairRefused(Cause.SAME_NUMBER);
            }
            Known person = identities.of(List.of(pair.person())).get(pair.person());
            if (row == null || person == null) {
                throw new PairRefused(Cause.GONE);
            }
            corrections.raise(pair, row, person);
        }
        move(pair, to, null, null, basis, "");
        boolean open = row != null && row.standing() == Standing.OPEN;
        if (to != PairState.REFUSED) {
            if (!open) {
                throw new PairRefused(Cause.GONE);
            }
            imports.decide(source.listImport(), source.row(), pair.person());
        } else if (open && store.waiting(source.row()) == 0) {
            imports.decide(source.listImport(), source.row(), null);
        }
        return to;
    }

    private PairState twice(PairView pair, Decision decision, Basis basis, @Nullable Long keep) {
        Officer officer = Scope.officer();
        switch (decision) {
            case WRONG_NUMBER -> throw new PairRefused(Cause.NO_LIST);
            case DIFFERENT -> {
                move(pair, PairState.REFUSED, null, null, basis, "");
                return PairState.REFUSED;
            }
            case SAME -> {
                Long proposed = pair.keep();
                if (pair.state() == PairState.PROPOSED && proposed != null) {
                    if (Objects.equals(pair.decidedBy(), officer.id().value())) {
                        throw new PairRefused(Cause.SAME_CLERK);
                    }
                    long change = merges.unite(pair, proposed, Objects.requireNonNullElse(pair.decidedName(), ""));
                    move(pair, PairState.MERGED, proposed, change, basis, "");
                    return PairState.MERGED;
                }
                if (keep == null || (keep != pair.person() && !keep.equals(pair.other()))) {
                    throw new PairRefused(Cause.KEEP_ONE);
                }
                merges.possible(pair, keep);
                move(pair, PairState.PROPOSED, keep, null, basis, "");
                return PairState.PROPOSED;
            }
        }
        throw new IllegalStateException("a decision of another kind: " + decision);
    }

    /**
     * Takes a decision back. Of a merge, both records, their memberships, rolls and facts are again what they were, once a second person asks for it too; of a row,
     * what it wrote is known no longer, what was asked of the list's department is withdrawn, and it is in doubt. What was written is taken back by another person
     * than the one who decided it.
     *
     * @return what became of the pair
     */
    @Transactional
    public PairState undo(long id, int version, Basis basis, String words) {
        PairView pair = locked(id, version);
        within(pair);
        if (!pair.state().canBeTakenBack()) {
            throw new PairRefused(Cause.NOT_NOW);
        }
        Officer officer = Scope.officer();
        if (pair.state().wroteRow()
                && Objects.equals(pair.decidedBy(), officer.id().value())) {
            throw new PairRefused(Cause.OWN_DECISION);
        }
        String text = words.strip();
        if (text.length() < Gaps.SHORTEST || text.length() > Merges.LONGEST) {
            throw new PairRefused(Cause.WORDS);
        }
        PairState to =
                pair.state() == PairState.MERGED && pair.askedBackBy() == null ? PairState.MERGED : PairState.OPEN;
        if (to == PairState.MERGED) {
            move(pair, to, pair.keep(), pair.change(), basis, text);
            store.askedBack(id, officer);
        } else {
            takeBack(pair, basis, text);
        }
        trail.record(
                Act.LIST_IMPORTED,
                Subject.person(pair.person(), null),
                text,
                "pair " + id + " " + pair.state()
                        + (to == PairState.MERGED ? " asked to be taken back by " : " taken back by ") + basis);
        return to;
    }

    private void takeBack(PairView pair, Basis basis, String text) {
        if (Objects.equals(pair.askedBackBy(), Scope.officer().id().value())) {
            throw new PairRefused(Cause.OWN_REQUEST);
        }
        move(pair, PairState.OPEN, null, null, basis, text);
        Source source = pair.source();
        if (source != null) {
            reopen(pair, source);
        } else if (pair.state() == PairState.MERGED) {
            merges.undo(pair, text);
        }
    }

    private void reopen(PairView pair, Source source) {
        Long meant = pair.state() == PairState.REFUSED ? null : pair.person();
        switch (imports.reopen(source.listImport(), source.row(), meant, store.candidates(source.row()))) {
            case OPEN -> store.rowReopened(source.row(), Scope.officer(), today.now());
            case OTHERWISE -> throw new PairRefused(Cause.OTHERWISE);
            case CHANGED -> throw new PairRefused(Cause.CHANGED);
            case LIST_LEFT -> throw new PairRefused(Cause.LIST_LEFT);
            case HOUSEHOLD_LIST -> throw new PairRefused(Cause.HOUSEHOLD_LIST);
        }
        corrections.withdraw(pair);
    }

    private void move(
            PairView pair, PairState to, @Nullable Long keep, @Nullable Long change, Basis basis, String words) {
        Officer officer = Scope.officer();
        store.move(pair, to, keep, change, new Step(to, basis, words, officer.name(), today.now()), officer);
    }

    /** A row that is decided needs nobody at its other pairs. */
    @EventListener
    void decided(RowDecided event) {
        store.rowDecided(event.row(), event.person(), Scope.officer(), today.now());
    }
}
