package org.doudi.server.matching;

import java.util.Objects;
import java.util.function.Supplier;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.PairView.Crossing;
import org.doudi.server.matching.PairView.Step;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two records in two counties. One county proposes to make one of them, the other confirms; a merge is taken back in the same way. An officer sees neither the other
 * county's record nor its household, so what both counties said is carried out by the platform, in their names.
 */
@Service
public class Across {
    private final PairStore store;
    private final Merges merges;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    Across(
            PairStore store,
            Merges merges,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.merges = merges;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /**
     * Decides a pair for one's own county.
     *
     * @param keep which of the records goes on; null where it was proposed already
     */
    public PairState decide(long id, int version, Decision decision, Basis basis, @Nullable Long keep) {
        Officer officer = Scope.officer();
        asked(id, decision.name());
        return byPlatform(() -> {
            PairView pair = locked(id, version);
            if (!pair.state().waits()) {
                throw new PairRefused(Cause.NOT_NOW);
            }
            PairState to = switch (decision) {
                case WRONG_NUMBER -> throw new PairRefused(Cause.NO_LIST);
                case DIFFERENT -> different(pair, basis, officer);
                case SAME -> same(pair, basis, keep, officer);
            };
            note(pair, to.name(), officer);
            return to;
        });
    }

    private PairState different(PairView pair, Basis basis, Officer officer) {
        move(pair, new Next(PairState.REFUSED, null, null), null, new Said(officer, basis, ""));
        return PairState.REFUSED;
    }

    private PairState same(PairView pair, Basis basis, @Nullable Long keep, Officer officer) {
        Long proposed = pair.keep();
        String county = county(officer);
        Crossing crossing = Objects.requireNonNull(pair.crossing());
        if (pair.state() == PairState.PROPOSED && proposed != null) {
            if (county.equals(crossing.proposedIn())) {
                throw new PairRefused(Cause.SAME_COUNTY);
            }
            String first = Objects.requireNonNullElse(pair.decidedName(), "");
            long change = merges.unite(pair, proposed, first + "、" + officer.name());
            move(pair, new Next(PairState.MERGED, proposed, change), null, new Said(officer, basis, ""));
            return PairState.MERGED;
        }
        if (keep == null || (keep != pair.person() && !keep.equals(pair.other()))) {
            throw new PairRefused(Cause.KEEP_ONE);
        }
        merges.possible(pair, keep);
        move(pair, new Next(PairState.PROPOSED, keep, null), county, new Said(officer, basis, ""));
        return PairState.PROPOSED;
    }

    /**
     * Takes a decision back. That two records are not one person, either county can take back; a merge only when the other county asks for it too.
     *
     * @return what became of the pair
     */
    public PairState undo(long id, int version, Basis basis, String words) {
        Officer officer = Scope.officer();
        String text = words.strip();
        if (text.length() < Gaps.SHORTEST || text.length() > Merges.LONGEST) {
            throw new PairRefused(Cause.WORDS);
        }
        asked(id, "taken back");
        return byPlatform(() -> {
            PairView pair = locked(id, version);
            if (!pair.state().canBeTakenBack()) {
                throw new PairRefused(Cause.NOT_NOW);
            }
            PairState to = takenBack(pair, new Said(officer, basis, text));
            note(pair, to == PairState.OPEN ? "taken back" : "asked to be taken back", officer);
            return to;
        });
    }

    private PairState takenBack(PairView pair, Said said) {
        if (pair.state() != PairState.MERGED) {
            move(pair, new Next(PairState.OPEN, null, null), null, said);
            return PairState.OPEN;
        }
        String asked = Objects.requireNonNull(pair.crossing()).askedBackIn();
        String county = county(said.officer());
        if (county.equals(asked)) {
            throw new PairRefused(Cause.SAME_COUNTY);
        }
        if (asked == null) {
            move(pair, new Next(PairState.MERGED, pair.keep(), pair.change()), null, said);
            store.crossing(pair.id(), null, county);
            return PairState.MERGED;
        }
        move(pair, new Next(PairState.OPEN, null, null), null, said);
        merges.undo(pair, said.words());
        return PairState.OPEN;
    }

    private static String county(Officer officer) {
        return Divisions.county(officer.area().code());
    }

    /** Whether it is one of the reader's, and that the reader asked. */
    private void asked(long id, String what) {
        transaction.executeWithoutResult(t -> {
            PairView pair = store.find(id)
                    .filter(p -> p.kind() == PairKind.ACROSS)
                    .orElseThrow(() -> new PairRefused(Cause.NO_PAIR));
            trail.record(Act.LIST_IMPORTED, Subject.NONE, "", "pair " + pair.id() + " of two counties: " + what);
        });
    }

    private <T> T byPlatform(Supplier<T> work) {
        return Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(t -> work.get())));
    }

    private PairView locked(long id, int version) {
        store.lock(id);
        PairView pair = store.find(id).orElseThrow(() -> new PairRefused(Cause.NO_PAIR));
        if (pair.version() != version) {
            throw new PairRefused(Cause.OVERTAKEN, Objects.requireNonNullElse(pair.decidedName(), ""));
        }
        return pair;
    }

    /** What becomes of a pair. */
    private record Next(
            PairState state, @Nullable Long keep, @Nullable Long change) {}

    /** Who said it, and why. */
    private record Said(Officer officer, Basis basis, String words) {}

    private void move(PairView pair, Next next, @Nullable String proposedIn, Said said) {
        Officer officer = said.officer();
        Step step = new Step(next.state(), said.basis(), said.words(), officer.name(), today.now());
        if (proposedIn == null) {
            store.move(pair, next.state(), next.keep(), next.change(), step, officer);
            store.crossing(pair.id(), null, null);
        } else {
            // a proposal without its county is none
            store.crossing(pair.id(), proposedIn, null);
            store.move(pair, next.state(), next.keep(), next.change(), step, officer);
        }
    }

    private void note(PairView pair, String what, Officer officer) {
        trail.record(
                Act.LIST_IMPORTED,
                Subject.person(pair.person(), null),
                "",
                "pair " + pair.id() + " of two counties " + what + " by " + officer.username());
    }
}
