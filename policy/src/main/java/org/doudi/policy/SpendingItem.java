package org.doudi.policy;

/** A kind of spending that a household may have to make. */
public enum SpendingItem {
    /** Medical cost that no insurance and no aid has paid. */
    MEDICAL_SELF_PAID,
    /** Care for a disabled member. */
    DISABILITY_CARE,
    /** Rehabilitation. */
    REHABILITATION,
    /** School and study; no rigid-spending parameter, so never deducted. */
    EDUCATION
}
