package org.doudi.server.matching;

import java.time.Instant;
import java.util.List;
import org.doudi.linkage.score.Tier;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/**
 * A pair.
 *
 * @param source the row that it is about; null where it is two records of the registry
 * @param person somebody of the registry
 * @param other the other record; null where it is a row of a list
 * @param weight in bits
 * @param keep which record goes on, where it was proposed to make one of them
 * @param decidedBy who proposed or decided it
 * @param like the pair of an earlier list whose row says the same; null where there was none
 * @param askedBackBy who asked to take back a merge within one county; another person must confirm it
 * @param crossing where it is two records in two counties
 */
public record PairView(
        long id,
        PairKind kind,
        String village,
        @Nullable Source source,
        long person,
        String personName,
        @Nullable Long other,
        @Nullable String otherName,
        double weight,
        double probability,
        Tier tier,
        List<Agreement> evidence,
        PairState state,
        @Nullable Long keep,
        @Nullable Basis basis,
        @Nullable Long decidedBy,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable Long change,
        @Nullable Long like,
        @Nullable Long askedBackBy,
        @Nullable Crossing crossing,
        int version) {
    private static final int SAME_NUMBER = 1;

    public PairView {
        evidence = List.copyOf(evidence);
    }

    /** Where a row comes from. */
    public record Source(ListKind list, long listImport, String fileName, String sender, long row, int line) {}

    /**
     * How far a field agrees.
     *
     * @param level of the field, as the engine counts them
     * @param bits what that weighs
     */
    public record Agreement(String field, int level, double bits) {}

    /**
     * Two records in two counties.
     *
     * @param county of the first record
     * @param otherCounty of the other
     * @param shown what each may know of the other's
     * @param proposedIn the county that proposed to make one of them
     * @param askedBackIn the county that asked to take the merge back
     */
    public record Crossing(
            String county,
            String otherCounty,
            NewPair.Shown shown,
            @Nullable String proposedIn,
            @Nullable String askedBackIn) {}

    /** What somebody did with it. */
    public record Step(PairState state, Basis basis, String words, String officer, Instant at) {}

    /** The first of the pairs whose rows say the same of the same person. */
    public long firstAlike() {
        return like == null ? id : like;
    }

    /** Whether a list has another number than the registry, which its owner could mend. */
    public boolean numberDiffers() {
        return source != null
                && evidence.stream().noneMatch(a -> a.field().equals("idNumber") && a.level() == SAME_NUMBER);
    }

    /** The probability in percent, never rounded up to certainty. */
    public int percent() {
        return (int) Math.min(99, Math.floor(probability * 100));
    }
}
