package org.doudi.server.matching;

import java.util.List;
import org.doudi.linkage.score.Tier;
import org.doudi.server.matching.PairView.Agreement;
import org.doudi.server.registry.ListImports;
import org.jspecify.annotations.Nullable;

/**
 * A pair as it was found.
 *
 * @param of where the row comes from; null where it is two records of the registry
 * @param state {@link PairState#OPEN}, or {@link PairState#SURE}
 * @param shown of two records in two counties; null of others
 */
public record NewPair(
        @Nullable Row of,
        Entry person,
        @Nullable Entry other,
        Found found,
        PairState state,
        @Nullable Shown shown) {
    /** What it is made of. */
    public PairKind kind() {
        return other == null ? PairKind.LIST : PairKind.of(person.village(), other.village());
    }

    /** A row of an import. */
    public record Row(ListImports.View listImport, long row, int line) {}

    /** What two counties may know of each other's record: the name, and the number without what lies in its middle and is the same. */
    public record Shown(String name, String number, String otherName, String otherNumber) {
        @Override
        public String toString() {
            return "two names";
        }
    }

    /** A record of the registry. */
    public record Entry(long person, String village) {}

    /** What the engine says of two rows. */
    public record Found(double weight, double probability, Tier tier, List<Agreement> evidence) {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }
}
