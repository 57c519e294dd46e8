package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recovery with what explains it.
 *
 * @param months what was paid too much for which month
 * @param whys how the awards of these months were changed, the last change first
 * @param taken what later runs took, the first first
 * @param decider who decided, or null
 */
public record RecoveryView(
        Row row,
        List<Month> months,
        List<Why> whys,
        List<Taken> taken,
        @Nullable String decider) {
    public RecoveryView {
        months = List.copyOf(months);
        whys = List.copyOf(whys);
        taken = List.copyOf(taken);
    }

    /** A recovery and whose it is. */
    public record Row(Recovery recovery, String number, String head) {
        /** The days that it may be answered end with this one; null before the notice. */
        public @Nullable LocalDate answerBy() {
            LocalDate noticed = recovery.noticedOn();
            return noticed == null ? null : noticed.plusDays(Recoveries.ANSWER_DAYS);
        }
    }

    /** What was paid too much for a month. */
    public record Month(LocalDate month, long fen) {}

    /** A change of the awards. */
    public record Why(Reason reason, String source, LocalDate on) {}

    /** An instalment that a run took. */
    public record Taken(long line, LocalDate month, long fen, String state) {}

    /** The last day to answer before something is decided without an answer; null before the notice. */
    public @Nullable LocalDate answerBy() {
        return row.answerBy();
    }

    /** How many more months the agreed instalments take, if each month pays enough; 0 where none are agreed. */
    public long monthsToGo() {
        Long instalment = row.recovery().instalmentFen();
        return instalment == null || instalment == 0 ? 0 : (row.recovery().leftFen() + instalment - 1) / instalment;
    }
}
