package org.doudi.server.identity;

import java.time.Instant;
import java.util.List;

/** The near relatives that people who work here declared (近亲属备案): they may not handle those households' cases. */
public interface Relatives {
    /** How they are related. */
    enum Kinship {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        GRANDPARENT,
        GRANDCHILD,
        OTHER
    }

    /** One declaration in force. */
    record Declaration(long household, Kinship kinship, Instant declaredAt) {}

    /** Whether the person declared a near relative in that household. */
    boolean isRelative(OfficerId officer, long household);

    /** Whether anybody who works here declared a near relative in that household. */
    boolean isDeclared(long household);

    /** The person's declarations in force, newest first. */
    List<Declaration> of(OfficerId officer);

    /** Declares a near relative in a household; the same one twice is one declaration. */
    void declare(OfficerId officer, long household, Kinship kinship);

    /** Withdraws a declaration. */
    void withdraw(OfficerId officer, long household);
}
