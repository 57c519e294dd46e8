package org.doudi.server.benefits;

import org.doudi.policy.Clause;
import org.doudi.policy.TopUpKind;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is owed.
 *
 * @param person the member whom it is for, or null where it is for the household
 * @param fen a month; below nothing where a person set less than the rules say
 * @param clause what it rests on
 */
public record AwardPart(Kind kind, @Nullable Long person, long fen, String clause) {
    /** What it is called; each has its words in the message files. */
    public enum Kind {
        BASE(Clause.DIBAO_INCLUSION),
        ELDERLY(Clause.CLASSIFIED_TOP_UPS),
        MINOR(Clause.CLASSIFIED_TOP_UPS),
        SEVERELY_DISABLED(Clause.CLASSIFIED_TOP_UPS),
        SERIOUSLY_ILL(Clause.CLASSIFIED_TOP_UPS),
        PREFERENTIAL(Clause.CLASSIFIED_TOP_UPS),
        TEKUN(Clause.COVER_BY_DIBAO),
        LIVING_ALLOWANCE(Clause.DISABILITY_ALLOWANCES),
        CARE_ALLOWANCE(Clause.DISABILITY_ALLOWANCES),
        PREMIUM_SUBSIDY(Clause.MEDICAL_AID),
        PRICE_SUBSIDY(Clause.PRICE_LINKAGE),
        MEDICAL_AID(Clause.MEDICAL_AID),
        TEMPORARY_AID(Clause.MEDICAL_AID),
        /** What a person set beside what the rules say. */
        DECIDED(Clause.JOINT_DETERMINATION);

        private final Clause clause;

        Kind(Clause clause) {
            this.clause = clause;
        }

        /** What it rests on. */
        Clause clause() {
            return clause;
        }

        /** The kind of a top-up. */
        static Kind of(TopUpKind kind) {
            return switch (kind) {
                case ELDERLY -> ELDERLY;
                case MINOR -> MINOR;
                case SEVERELY_DISABLED -> SEVERELY_DISABLED;
                case SERIOUSLY_ILL -> SERIOUSLY_ILL;
                case PREFERENTIAL -> PREFERENTIAL;
            };
        }

        /** The one part of an aid that has no others. */
        static Kind of(Aid aid) {
            return switch (aid) {
                case DIBAO -> BASE;
                case TEKUN -> TEKUN;
                case LIVING_ALLOWANCE -> LIVING_ALLOWANCE;
                case CARE_ALLOWANCE -> CARE_ALLOWANCE;
                case PREMIUM_SUBSIDY -> PREMIUM_SUBSIDY;
                case PRICE_SUBSIDY -> PRICE_SUBSIDY;
                case MEDICAL_AID -> MEDICAL_AID;
                case TEMPORARY_AID -> TEMPORARY_AID;
            };
        }
    }

    static AwardPart of(Kind kind, @Nullable Long person, long fen) {
        return new AwardPart(kind, person, fen, kind.clause.id());
    }
}
