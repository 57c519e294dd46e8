package org.doudi.server.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.doudi.policy.Labour;

/**
 * Somebody who was in no household so far.
 *
 * @param idNumber 18 characters with a right check character; it holds birth and sex
 * @param relation to the head
 */
public record NewPerson(String name, String idNumber, Relation relation, Labour labour) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public NewPerson {
        if (name.isBlank() || !isSound(idNumber)) {
            throw new IllegalArgumentException("a person has a name and a sound id number");
        }
        if (relation == Relation.HEAD) {
            throw new IllegalArgumentException("somebody new is not the head");
        }
    }

    /** Whether it is an id number of 18 characters with a day of birth and a right check character (GB 11643). */
    public static boolean isSound(String idNumber) {
        if (!idNumber.matches("[1-9]\\d{16}[\\dX]")) {
            return false;
        }
        if (check(idNumber) != idNumber.charAt(WEIGHTS.length)) {
            return false;
        }
        try {
            return birth(idNumber).getYear() >= 1900;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /** Seventeen digits with their check character. */
    public static String checked(String digits) {
        return digits + check(digits);
    }

    /** The day of birth that a sound number holds. */
    public static LocalDate birth(String idNumber) {
        return LocalDate.of(
                Integer.parseInt(idNumber.substring(6, 10)),
                Integer.parseInt(idNumber.substring(10, 12)),
                Integer.parseInt(idNumber.substring(12, 14)));
    }

    /** The day of birth. */
    public LocalDate birth() {
        return birth(idNumber);
    }

    /** The sex. */
    public Sex sex() {
        return sex(idNumber);
    }

    /** The sex that a sound number holds. */
    public static Sex sex(String idNumber) {
        return (idNumber.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }
}
