package org.doudi.server.matching;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.matching.PairView.Source;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A list comes again every month, with the same rows in doubt. What people said of a row holds for a row of a later list of the kind that says the
 * same; a row that waits already waits once.
 */
@Component
class Precedents {
    private final PairStore store;
    private final Identities identities;
    /** Asked for late, as those who match rows do: an import asks them in its turn. */
    private final ObjectProvider<ListImports> imports;

    private final Corrections corrections;
    private final AuditTrail trail;
    private final Today today;

    Precedents(
            PairStore store,
            Identities identities,
            ObjectProvider<ListImports> imports,
            Corrections corrections,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.identities = identities;
        this.imports = imports;
        this.corrections = corrections;
        this.trail = trail;
        this.today = today;
    }

    /**
     * Decides a row in doubt as a row was that said the same.
     *
     * @param pairs the pair of each person whom the row may mean; 0 for one that was known
     */
    void follow(ListImports.View list, Named row, Map<Long, Long> pairs) {
        // a list of households founds whom it does not mean: that is decided anew
        if (list.list() == ListKind.HOUSEHOLDS || pairs.isEmpty() || pairs.containsValue(0L)) {
            return;
        }
        Map<Long, PairView> before = before(list.list(), row, pairs);
        before.forEach((person, pair) -> store.like(Objects.requireNonNull(pairs.get(person)), pair));
        PairView meant = before.values().stream()
                .filter(p -> p.state().wroteRow())
                // a row that was taken for one and later for another: the later holds
                .max(Comparator.comparingLong(PairView::id))
                .orElse(null);
        if (meant != null) {
            long id = Objects.requireNonNull(pairs.get(meant.person()));
            if (meant.state() == PairState.WRONG_NUMBER) {
                Known person = identities.of(List.of(meant.person())).get(meant.person());
                if (person != null) {
                    store.find(id).ifPresent(pair -> corrections.raise(pair, row, person));
                }
            }
            imports.getObject().decide(list.id(), row.row(), meant.person());
            asBefore(id, meant);
            return;
        }
        before.forEach((person, pair) -> {
            if (pair.state() == PairState.REFUSED) {
                asBefore(Objects.requireNonNull(pairs.get(person)), pair);
            }
        });
        if (store.waiting(row.row()) == 0) {
            imports.getObject().decide(list.id(), row.row(), null);
        }
    }

    private void asBefore(long id, PairView before) {
        store.asBefore(id, before, today.now());
        trail.record(
                Act.LIST_IMPORTED,
                Subject.person(before.person(), null),
                "",
                "pair " + id + " " + before.state() + " as pair " + before.id());
    }

    /** By person, the last pair whose row said the same. */
    private Map<Long, PairView> before(ListKind list, Named row, Map<Long, Long> pairs) {
        Map<Long, PairView> found = new HashMap<>();
        Map<Long, Boolean> same = new HashMap<>();
        for (PairView pair : store.before(list, row.row(), pairs.keySet())) {
            Source source = Objects.requireNonNull(pair.source());
            if (!found.containsKey(pair.person())
                    && same.computeIfAbsent(source.row(), r -> row.saysTheSame(named(source)))) {
                found.put(pair.person(), pair);
            }
        }
        return found;
    }

    private @Nullable Named named(Source source) {
        try {
            return identities.row(source.listImport(), source.row());
        } catch (NoSuchElementException e) {
            // the list of another office of the area
            return null;
        }
    }
}
