package org.doudi.server.registry;

/** Which piece of the policy's household record a fact carries. */
public enum FactKind {
    /** One person: work, disability, illness, supporter, job. */
    MEMBER,
    /** All income entries of the household. */
    INCOME,
    /** All spending entries of the household. */
    SPENDING,
    ASSETS,
    GUARANTEES,
    /** Whether the household agrees to the economic check. */
    CONSENT
}
