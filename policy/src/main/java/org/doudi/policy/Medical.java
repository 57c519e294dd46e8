package org.doudi.policy;

/** Rule J: aid for medical cost and the premium subsidy (clause 2.1-6). */
final class Medical {
    private static final int SELF_PAID = SpendingItem.MEDICAL_SELF_PAID.ordinal();

    private Medical() {}

    /** The household is eligible for dibao or in gradual exit, or the register's roll says poor. */
    static boolean householdInCircle(Household h, DibaoOutcome dibao) {
        return dibao == DibaoOutcome.ELIGIBLE || dibao == DibaoOutcome.GRADUAL_EXIT || poorByRoll(h);
    }

    /** The register's roll says poor. */
    static boolean poorByRoll(Household h) {
        return Status.poor(h.status());
    }

    /** Every member of a household in the circle, and every tekun member. */
    static boolean premiumSubsidy(int m, boolean householdInCircle, boolean tekun, Trace t) {
        return t.is(Rule.PREMIUM_SUBSIDY, m, householdInCircle || tekun, householdInCircle ? 1 : 0, tekun ? 1 : 0);
    }

    /** The premium of a person and year. */
    static long premiumFen(Parameters p, Household h) {
        return p.needed(Parameter.MEDICAL_PREMIUM, h);
    }

    /** What all members paid themselves for medical care. */
    static long burden(Household h, Trace t) {
        long burden = 0;
        for (int i = 0; i < h.spendingEntries(); i++) {
            if (h.spendingCode(i) == SELF_PAID) {
                burden = Math.addExact(burden, h.spendingFen(i));
            }
        }
        return t.is(Rule.MEDICAL_BURDEN, Trace.HOUSEHOLD, burden);
    }

    /** In the circle by the two thresholds; outside it temporary aid against a catastrophic burden. */
    static MedicalOutcome outcome(
            Household h, DibaoOutcome dibao, int tekunMembers, long burden, long counted, Parameters p, Trace t) {
        boolean circle = t.is(
                Rule.MEDICAL_CIRCLE,
                Trace.HOUSEHOLD,
                householdInCircle(h, dibao) || tekunMembers > 0,
                dibao.ordinal(),
                poorByRoll(h) ? 1 : 0,
                tekunMembers);
        MedicalOutcome outcome;
        if (!circle) {
            outcome = catastrophic(burden, counted, p, t) ? MedicalOutcome.TEMPORARY_AID : MedicalOutcome.NONE;
        } else if (reaches(Rule.MEDICAL_MAJOR, burden, p.majorIllness, t)) {
            outcome = MedicalOutcome.MAJOR_ILLNESS_AID;
        } else if (reaches(Rule.MEDICAL_ORDINARY, burden, p.medicalAid, t)) {
            outcome = MedicalOutcome.MEDICAL_AID;
        } else {
            outcome = MedicalOutcome.NONE;
        }
        t.is(Rule.MEDICAL, Trace.HOUSEHOLD, outcome.ordinal());
        return outcome;
    }

    /** The burden is more than the share of counted income. */
    static boolean catastrophic(long burden, long counted, Parameters p, Trace t) {
        boolean value = Math.multiplyExact(burden, Parameters.WHOLE) > Math.multiplyExact(counted, p.catastrophicShare);
        return t.is(Rule.MEDICAL_CATASTROPHIC, Trace.HOUSEHOLD, value, burden, counted, p.catastrophicShare);
    }

    /** The burden is at least the threshold. */
    static boolean reaches(Rule rule, long burden, long threshold, Trace t) {
        return t.is(rule, Trace.HOUSEHOLD, burden >= threshold, burden, threshold);
    }
}
