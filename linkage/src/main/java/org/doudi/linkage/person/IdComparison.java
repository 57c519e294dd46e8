package org.doudi.linkage.person;

import static org.doudi.linkage.person.PersonComparison.ID_DIFFERENT;
import static org.doudi.linkage.person.PersonComparison.ID_DIFFERENT_DOUBTED;
import static org.doudi.linkage.person.PersonComparison.ID_DIFFERENT_NEAR;
import static org.doudi.linkage.person.PersonComparison.ID_DIFFERENT_VALID;
import static org.doudi.linkage.person.PersonComparison.ID_ONE_ERROR;
import static org.doudi.linkage.person.PersonComparison.ID_ONE_ERROR_UNCHECKED;
import static org.doudi.linkage.person.PersonComparison.ID_SAME;
import static org.doudi.linkage.person.PersonComparison.ID_SAME_ERROR;
import static org.doudi.linkage.person.PersonComparison.ID_SAME_UNCHECKED;
import static org.doudi.linkage.person.PersonComparison.ID_TWO_ERRORS;

/** Sees how the id numbers of two people differ, and whether a typing error explains it. */
final class IdComparison {
    private final PersonRows rows;

    IdComparison(PersonRows rows) {
        this.rows = rows;
    }

    /**
     * The level of agreement between the id numbers of two rows.
     *
     * @param likely whether name and birth date agree, so that it matters how far apart two valid numbers are
     */
    int level(int a, int b, long idA, long idB, long factsA, long factsB, boolean likely) {
        if (idA == 0 || idB == 0) {
            return 0;
        }
        IdNumbers.Kind kindA = PersonRows.kind(idA);
        IdNumbers.Kind kindB = PersonRows.kind(idB);
        boolean bad = kindA == IdNumbers.Kind.BAD || kindB == IdNumbers.Kind.BAD;
        if (bad) {
            return badId(a, b, idA, idB);
        }
        long bodyA = PersonRows.body(idA);
        long bodyB = PersonRows.body(idB);
        boolean checked = kindA == IdNumbers.Kind.VALID && kindB == IdNumbers.Kind.VALID;
        if (bodyA == bodyB) {
            return checked ? ID_SAME : ID_SAME_UNCHECKED;
        }
        if (!checked) {
            return kindA == kindB ? ID_DIFFERENT : uncheckedId(IdNumbers.distance(bodyA, bodyB));
        }
        if (PersonRows.contradicts(factsA) || PersonRows.contradicts(factsB)) {
            return ID_DIFFERENT_DOUBTED;
        }
        // how far apart two valid numbers are matters only where name and birth date agree
        boolean near = likely && IdNumbers.distance(bodyA, bodyB) <= 2;
        return near ? ID_DIFFERENT_NEAR : ID_DIFFERENT_VALID;
    }

    /** Whether two numbers that may be right are equal. */
    static boolean same(long idA, long idB) {
        return idA != 0
                && PersonRows.body(idA) == PersonRows.body(idB)
                && PersonRows.kind(idA) != IdNumbers.Kind.BAD
                && PersonRows.kind(idB) != IdNumbers.Kind.BAD;
    }

    private static int uncheckedId(int distance) {
        return switch (distance) {
            case 1 -> ID_ONE_ERROR_UNCHECKED;
            case 2 -> ID_TWO_ERRORS;
            default -> ID_DIFFERENT;
        };
    }

    private int badId(int a, int b, long idA, long idB) {
        boolean oddA = PersonRows.check(idA) == PersonRows.ODD_CHECK;
        boolean oddB = PersonRows.check(idB) == PersonRows.ODD_CHECK;
        if (oddA || oddB) {
            return oddId(a, b, idA, idB, oddA, oddB);
        }
        if (idA == idB) {
            return ID_SAME_ERROR;
        }
        int distance = IdNumbers.distance(PersonRows.body(idA), PersonRows.body(idB));
        boolean checkDiffers = PersonRows.check(idA) != PersonRows.check(idB);
        boolean bothBad = PersonRows.kind(idA) == PersonRows.kind(idB);
        boolean unchecked =
                PersonRows.kind(idA) == IdNumbers.Kind.UNCHECKED || PersonRows.kind(idB) == IdNumbers.Kind.UNCHECKED;
        int errors = distance + (checkDiffers && !unchecked ? 1 : 0);
        if (!bothBad && (errors == 1 || (errors == 2 && swappedWithCheck(idA, idB)))) {
            // the last digit may have changed places with the check character
            return ID_ONE_ERROR;
        }
        return errors <= 2 ? ID_TWO_ERRORS : ID_DIFFERENT;
    }

    private static boolean swappedWithCheck(long idA, long idB) {
        int lastA = (int) (PersonRows.body(idA) % 10);
        int lastB = (int) (PersonRows.body(idB) % 10);
        return lastA == PersonRows.check(idB) && lastB == PersonRows.check(idA);
    }

    private int oddId(int a, int b, long idA, long idB, boolean oddA, boolean oddB) {
        if (oddA && oddB) {
            return java.util.Arrays.equals(rows.oddBodies(a), rows.oddBodies(b)) ? ID_SAME_ERROR : ID_DIFFERENT;
        }
        long other = PersonRows.body(oddA ? idB : idA);
        for (long body : rows.oddBodies(oddA ? a : b)) {
            if (body == other) {
                return ID_ONE_ERROR;
            }
        }
        return ID_DIFFERENT;
    }
}
