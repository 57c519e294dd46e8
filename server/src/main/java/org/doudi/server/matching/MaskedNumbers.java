package org.doudi.server.matching;

/**
 * Two id numbers side by side. Of the middle only what differs is shown, and that only where they differ by a few characters.
 *
 * @param near whether they differ by few
 */
public record MaskedNumbers(String left, String right, boolean near) {
    private static final int HEAD = 6;
    private static final int TAIL = 4;
    private static final int LENGTH = 18;
    private static final int NEAR = 4;

    /** Two numbers, each without its middle as far as that says nothing. */
    public static MaskedNumbers of(String left, String right) {
        boolean near = left.length() == right.length() && distance(left, right) <= NEAR;
        return new MaskedNumbers(masked(left, near ? right : left), masked(right, near ? left : right), near);
    }

    private static int distance(String a, String b) {
        int different = 0;
        for (int i = 0; i < a.length(); i++) {
            different += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return different;
    }

    private static String masked(String number, String other) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            boolean middle = number.length() == LENGTH && i >= HEAD && i < number.length() - TAIL;
            shown.append(middle && number.charAt(i) == other.charAt(i) ? '*' : number.charAt(i));
        }
        return shown.toString();
    }

    @Override
    public String toString() {
        return "two numbers";
    }
}
