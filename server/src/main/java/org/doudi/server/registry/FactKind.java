package org.doudi.server.registry;

import java.util.EnumSet;
import java.util.Set;

/** Which piece of what is known of a household a fact carries. */
public enum FactKind {
    /** One person: work, disability, illness, supporter, job. */
    MEMBER,
    /** One person's medical insurance. No rule of the law looks at it. */
    INSURANCE,
    /** One person's schooling. No rule of the law looks at it. */
    SCHOOLING,
    /** All income entries of the household. */
    INCOME,
    /** All spending entries of the household. */
    SPENDING,
    ASSETS,
    GUARANTEES,
    /** Whether the household agrees to the economic check. */
    CONSENT,
    /** The land that the household works. No rule of the law looks at it. */
    LAND,
    /** What disasters took of the household. No rule of the law looks at it; the watch over those lifted out does. */
    DISASTER;

    private static final Set<FactKind> OF_PERSONS = EnumSet.of(MEMBER, INSURANCE, SCHOOLING);

    /** Whether it is about one person, and not about the household as a whole. */
    public boolean ofPerson() {
        return OF_PERSONS.contains(this);
    }
}
