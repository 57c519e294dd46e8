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
 */
public record NewPair(
        @Nullable Row of, Entry person, @Nullable Entry other, Found found, PairState state) {
    /** A row of an import. */
    public record Row(ListImports.View listImport, long row, int line) {}

    /** A record of the registry. */
    public record Entry(long person, String village) {}

    /** What the engine says of two rows. */
    public record Found(double weight, double probability, Tier tier, List<Agreement> evidence) {
        public Found {
            evidence = List.copyOf(evidence);
        }
    }
}
