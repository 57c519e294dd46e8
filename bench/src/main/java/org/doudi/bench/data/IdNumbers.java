package org.doudi.bench.data;

/** The eighteenth character of a citizen's number, by GB 11643. */
public final class IdNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    /** The check character that belongs to the first 17 digits. */
    public static char check(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Seventeen digits with their check character. */
    public static String complete(long body) {
        String digits = Long.toString(body);
        return digits + check(digits);
    }
}
