package org.doudi.policy;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A difference between what the rules say and what a roll says.
 *
 * @param kind what differs
 * @param memberId the member it is about, or null when it is about the household
 */
public record Gap(Kind kind, @Nullable String memberId) implements Serializable {
    /** The kinds in the order of their names: sorted by kind and then by member is sorted by code. */
    static final List<Kind> KINDS_BY_NAME = Arrays.stream(Kind.values())
            .sorted(Comparator.comparing(Kind::name))
            .toList();

    /** The order of members' ids by their Unicode characters. */
    static final Comparator<Gap> BY_MEMBER = Gap::compareMembers;

    /** What can differ. */
    public enum Kind {
        /** Eligible for dibao, not on the roll. */
        MISSING_FROM_DIBAO,
        /** On the dibao roll, neither eligible nor in gradual exit. */
        DUE_TO_LEAVE_DIBAO,
        /** Poor, never on the register. */
        MISSING_FROM_REGISTER,
        /** Poor again after having been lifted out. */
        FALLEN_BACK,
        /** On the register as poor, not poor. */
        DUE_TO_LEAVE_REGISTER,
        /** Tekun, not on the roll. */
        MISSING_FROM_TEKUN,
        /** On the tekun roll, not tekun. */
        DUE_TO_LEAVE_TEKUN,
        /** Due the living allowance, not on its roll. */
        MISSING_LIVING_ALLOWANCE,
        /** On the roll of the living allowance, not due it. */
        DUE_TO_LEAVE_LIVING_ALLOWANCE,
        /** Due the care allowance, not on its roll. */
        MISSING_CARE_ALLOWANCE,
        /** On the roll of the care allowance, not due it. */
        DUE_TO_LEAVE_CARE_ALLOWANCE
    }

    /** The code as the answer carries it: the kind, and {@code :memberId} where it is about a member. */
    public String code() {
        return memberId == null ? kind.name() : kind.name() + ':' + memberId;
    }

    private static int compareMembers(Gap one, Gap other) {
        String a = String.valueOf(one.memberId);
        String b = String.valueOf(other.memberId);
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                // two halves of one character sort after everything that is one char long
                boolean surrogatesDiffer = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogatesDiffer ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
