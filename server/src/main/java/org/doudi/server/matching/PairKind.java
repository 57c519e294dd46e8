package org.doudi.server.matching;

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
        return county(village).equals(county(other)) ? TWICE : ACROSS;
    }

    /** The county of a place. */
    public static String county(String place) {
        int digits = 6;
        return place.substring(0, Math.min(digits, place.length()));
    }
}
