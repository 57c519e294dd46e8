package org.doudi.server.matching;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChange.SamePerson;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Relation;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Component;

/** Makes one of two records of the registry, and two again. Both are changes of their households like every other. */
@Component
class Merges {
    static final int LONGEST = 200;

    private final Identities identities;
    private final Households households;
    private final HouseholdChanges changes;
    private final PairStore store;
    private final Today today;

    Merges(Identities identities, Households households, HouseholdChanges changes, PairStore store, Today today) {
        this.identities = identities;
        this.households = households;
        this.changes = changes;
        this.store = store;
        this.today = today;
    }

    private SamePerson change(PairView pair, long keep, String document) {
        long one = pair.person();
        long other = Objects.requireNonNull(pair.other());
        Map<Long, Known> known = identities.of(List.of(one, other));
        Known kept = known.get(keep);
        Known twin = known.get(keep == one ? other : one);
        if (kept == null || twin == null) {
            throw new PairRefused(Cause.GONE);
        }
        return new SamePerson(
                kept.household(),
                new Evidence(today.date(), "重复登记核对", document),
                kept.person(),
                twin.household(),
                twin.person());
    }

    /** Says at once what would stand in the way, so that nobody proposes what cannot be. */
    void possible(PairView pair, long keep) {
        SamePerson change = change(pair, keep, "—");
        HouseholdView other = households.get(change.other());
        other.members().stream()
                .filter(m -> m.person() == change.twin()
                        && m.relation().equals(Relation.HEAD.word())
                        && other.members().size() > 1)
                .findFirst()
                .ifPresent(head -> {
                    throw new ChangeRefused(Reason.HEAD_NEEDED, head.name());
                });
    }

    /** The change that was made. */
    long unite(PairView pair, long keep, String proposer) {
        SamePerson change = change(pair, keep, "第 " + pair.id() + " 对，" + proposer + "提出");
        changes.carryOut(change);
        return changes.history(change.household()).get(0).id();
    }

    /** Takes the change back. */
    void undo(PairView pair, String words) {
        long change = Objects.requireNonNull(pair.change());
        changes.part(store.householdOf(change), change, new Evidence(today.date(), "撤销合并", words));
    }
}
