package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a line of a run is what it is.
 *
 * @param awards what it was computed from, as it was known when the run was frozen
 * @param arrears what is in it for earlier months
 * @param instalments what is taken out of it for what was paid too much
 * @param names of the members whom parts of the awards are for, where the office sees people
 * @param tries the tries to move its money, the first first
 */
public record LineView(
        Run run,
        Row row,
        List<Award> awards,
        Map<Long, String> names,
        List<ForMonth> arrears,
        List<Instalment> instalments,
        List<Try> tries) {
    /**
     * A line.
     *
     * @param number the household's number, or null for an office that does not see households
     * @param payee the payee's name, or what stands at the bank; null where neither is known
     * @param acceptedWhy why a person took a change that nothing explains, or null
     */
    public record Row(
            long id,
            long run,
            long household,
            @Nullable String number,
            @Nullable String payee,
            Aid aid,
            LocalDate month,
            long regularFen,
            long arrearsFen,
            long recoveredFen,
            long fen,
            long beforeFen,
            String change,
            String reason,
            @Nullable String acceptedWhy,
            String state) {
        /** Whether the change waits for a person. */
        public boolean isUnexplained() {
            return !"SAME".equals(change) && reason.isEmpty() && acceptedWhy == null;
        }
    }

    /** Money for an earlier month. */
    public record ForMonth(LocalDate month, long fen) {}

    /** An instalment of a recovery. */
    public record Instalment(long recovery, long fen, long leftFen) {}

    /** A try to move the money. */
    public record Try(
            String reference,
            String state,
            @Nullable String code,
            @Nullable LocalDate settledOn,
            String bank,
            String maskedNumber,
            String holder,
            long fen) {}
}
