package org.doudi.server.matching;

/** How far a pair is. */
public enum PairState {
    /** Nobody decided. */
    OPEN,
    /** One proposed to make one of two records; another must confirm. */
    PROPOSED,
    /** One person, a person said. */
    CONFIRMED,
    /** Two people, a person said. */
    REFUSED,
    /** One person, whose number on the list is wrong. */
    WRONG_NUMBER,
    /** Two records were made one. */
    MERGED,
    /** One person without doubt, by the fields alone. */
    SURE,
    /** The row was decided in another way. */
    ELSEWHERE;

    /** Whether a person decided it, who or whose office may take it back. */
    public boolean canBeTakenBack() {
        return switch (this) {
            case CONFIRMED, REFUSED, WRONG_NUMBER, MERGED -> true;
            case OPEN, PROPOSED, SURE, ELSEWHERE -> false;
        };
    }

    /** Whether deciding so wrote the row of a list to rolls or facts. */
    public boolean wroteRow() {
        return this == CONFIRMED || this == WRONG_NUMBER;
    }

    /** Whether somebody must still look. */
    public boolean waits() {
        return this == OPEN || this == PROPOSED;
    }
}
