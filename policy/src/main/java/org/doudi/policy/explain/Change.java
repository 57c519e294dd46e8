package org.doudi.policy.explain;

import org.doudi.policy.Clause;
import org.doudi.policy.Trace;

/**
 * One thing that would make an answer another one; it was tried by running the rules again.
 *
 * @param kind what would have to change
 * @param who the member's place, or {@link Trace#HOUSEHOLD}
 * @param amount by how much in fen, or the epoch day; 0 where the kind says it all
 * @param outcome the ordinal of the outcome that follows
 */
public record Change(Kind kind, int who, long amount, long outcome) {
    /** What can change. */
    public enum Kind {
        /** The household agrees to the check. */
        CONSENT(Clause.NEW_APPLICATIONS_CHECKED),
        /** Counted income is lower. */
        INCOME_LOWER(Clause.DIBAO_INCLUSION),
        /** Counted income is higher. */
        INCOME_HIGHER(Clause.DIBAO_INCLUSION),
        /** Financial assets are within the limit. */
        FINANCIAL(Clause.COMPOSITE_INDICATORS),
        /** Houses are within the limit. */
        HOUSES(Clause.COMPOSITE_INDICATORS),
        /** Cars are within the limit. */
        CARS(Clause.COMPOSITE_INDICATORS),
        /** Machines are within the limit. */
        MACHINES(Clause.COMPOSITE_INDICATORS),
        /** There is no registered business. */
        BUSINESS(Clause.COMPOSITE_INDICATORS),
        /** All assets are within the limits. */
        ALL_ASSETS(Clause.COMPOSITE_INDICATORS),
        /** All assets are within the limits, and income is lower. */
        ASSETS_AND_INCOME(Clause.DIBAO_INCLUSION),
        /** A day comes. */
        DATE(Clause.ENTRY_AND_EXIT),
        /** Register income is lower. */
        REGISTER_INCOME_LOWER(Clause.COVER_THE_POOR),
        /** Register income is higher. */
        REGISTER_INCOME_HIGHER(Clause.COVER_THE_POOR),
        /** Nothing guaranteed is lacking. */
        GUARANTEES(Clause.COVER_THE_POOR),
        /** The member has no able supporter. */
        SUPPORTER(Clause.BEYOND_THE_REGISTER),
        /** Self-paid medical cost is higher. */
        MEDICAL_MORE(Clause.MEDICAL_AID);

        private final Clause clause;

        Kind(Clause clause) {
            this.clause = clause;
        }

        /** The clause by which it matters. */
        public Clause clause() {
            return clause;
        }
    }

    static Change of(Kind kind, long amount, Enum<?> outcome) {
        return new Change(kind, Trace.HOUSEHOLD, amount, outcome.ordinal());
    }
}
