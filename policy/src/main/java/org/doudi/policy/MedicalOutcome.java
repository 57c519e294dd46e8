package org.doudi.policy;

/** What rule J says about aid for medical cost. */
public enum MedicalOutcome {
    /** No aid is called for. */
    NONE,
    /** Medical aid. */
    MEDICAL_AID,
    /** Aid for major illness. */
    MAJOR_ILLNESS_AID,
    /** Temporary aid, for a household on none of the rolls whose burden is catastrophic. */
    TEMPORARY_AID
}
