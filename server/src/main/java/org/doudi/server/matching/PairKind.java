package org.doudi.server.matching;

import org.doudi.server.registry.Divisions;

/** What a doubtful pair is made of. */
public enum PairKind {
    /** A row of a department's list and somebody of the registry. */
    LIST,
    /** Two records of the registry. */
    TWICE,
    /** Two records of the registry in two counties, which both must decide; neither sees the other's whole. */
    ACROSS;

    /** What two records are that lie in these villages. */
    public static PairKind of(String village, String other) {
        return Divisions.county(village).equals(Divisions.county(other)) ? TWICE : ACROSS;
    }
}
