package org.doudi.linkage.person;

/**
 * Citizen id numbers by GB 11643: 17 digits of body (six of place, eight of birth date, three of serial) and a check character. The older
 * form has 15 digits: two-digit year, no check character. Bodies are held as a {@code long} of 17 digits; for the older form the century
 * 19 is put in.
 */
public final class IdNumbers {
    /** What can be said of a written number by itself. */
    public enum Kind {
        /** Nothing was written, or nothing that could be an id number. */
        NONE(0),
        /** 18 characters with the right check character and a possible birth date. */
        VALID(1),
        /** 15 digits, or 17 without the check character: possible, but a typing error cannot be seen in it. */
        UNCHECKED(2),
        /** Something was mistyped: the check character is wrong or the date impossible. */
        BAD(3);

        private static final Kind[] BY_CODE = {NONE, VALID, UNCHECKED, BAD};
        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** The number under which rows hold it. */
        int code() {
            return code;
        }

        static Kind ofCode(int code) {
            return BY_CODE[code];
        }
    }

    /** The length of a body. */
    public static final int BODY = 17;

    private static final int[] WEIGHT = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final long[] TEN = new long[BODY + 1];
    private static final int[] INVERSE = new int[11];
    private static final long SERIALS = 1000;
    private static final long DATES = 100_000_000;
    private static final int FIRST_YEAR = 1880;
    private static final int LAST_YEAR = 2040;

    static {
        TEN[0] = 1;
        for (int i = 1; i <= BODY; i++) {
            TEN[i] = TEN[i - 1] * 10;
        }
        for (int i = 1; i < 11; i++) {
            for (int j = 1; j < 11; j++) {
                if (i * j % 11 == 1) {
                    INVERSE[i] = j;
                }
            }
        }
    }

    private IdNumbers() {}

    /** The check character that belongs to a body: 0 to 9, or 10 for X. */
    public static int check(long body) {
        int sum = 0;
        long rest = body;
        for (int i = BODY - 1; i >= 0; i--) {
            sum += (int) (rest % 10) * WEIGHT[i];
            rest /= 10;
        }
        return checkOfSum(sum);
    }

    /** The check character that belongs to the weighted sum of the digits. */
    static int checkOfSum(int sum) {
        return (12 - sum % 11) % 11;
    }

    /** The weight of a digit in that sum. */
    static int weight(int position) {
        return WEIGHT[position];
    }

    /** Birth date inside a body as yyyymmdd. */
    public static int birth(long body) {
        return (int) (body / SERIALS % DATES);
    }

    /** Sex inside a body: 1 male, 2 female. */
    public static int sex(long body) {
        return body % 2 == 1 ? 1 : 2;
    }

    /** Whether place and birth date of a body can exist. */
    public static boolean plausible(long body) {
        int date = birth(body);
        int year = date / 10_000;
        int month = date / 100 % 100;
        int day = date % 100;
        int province = (int) (body / TEN[15]);
        return province >= 11
                && province <= 91
                && year >= FIRST_YEAR
                && year <= LAST_YEAR
                && Dates.exists(year, month, day);
    }

    /** The body of a 15-digit number. */
    static long fromOld(long digits15) {
        long place = digits15 / 1_000_000_000L;
        return place * TEN[11] + 19 * TEN[9] + digits15 % 1_000_000_000L;
    }

    /** Digit of a body at a position, 0 being the first. */
    static int digit(long body, int position) {
        return (int) (body / TEN[BODY - 1 - position] % 10);
    }

    /**
     * The bodies that one typing error away from a number with a wrong check character make it right: one digit mistyped, two neighbours
     * swapped, or the check character itself mistyped. Impossible places and dates are left out.
     *
     * @param body the body as written
     * @param check the check character as written, 0 to 10
     * @param out receives the bodies; at least 40 long
     * @return how many there are
     */
    public static int repairs(long body, int check, long[] out) {
        int n = 0;
        if (plausible(body)) {
            out[n++] = body;
        }
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            sum += digit(body, i) * WEIGHT[i];
        }
        int wanted = (12 - check) % 11;
        int missing = Math.floorMod(wanted - sum, 11);
        for (int i = 0; i < BODY; i++) {
            int old = digit(body, i);
            // the one digit at this place that mends the sum, if it is a digit at all
            int digit = (old + missing * INVERSE[WEIGHT[i]]) % 11;
            if (digit < 10 && digit != old) {
                long mended = body + (digit - old) * TEN[BODY - 1 - i];
                if (plausible(mended)) {
                    out[n++] = mended;
                }
            }
        }
        for (int i = 0; i + 1 < BODY; i++) {
            int a = digit(body, i);
            int b = digit(body, i + 1);
            if (a != b && (b - a + 11) * (WEIGHT[i] - WEIGHT[i + 1] + 11) % 11 == missing) {
                long mended = body + (b - a) * TEN[BODY - 1 - i] + (a - b) * TEN[BODY - 2 - i];
                if (plausible(mended)) {
                    out[n++] = mended;
                }
            }
        }
        // the last digit and the check character swapped
        int last = digit(body, BODY - 1);
        if (check < 10 && check != last) {
            long mended = body + check - last;
            if (check(mended) == last && plausible(mended)) {
                out[n++] = mended;
            }
        }
        return n;
    }

    /** How many typing errors lie between two bodies, a swap of neighbours being one; 3 for three and more. */
    public static int distance(long a, long b) {
        if (a == b) {
            return 0;
        }
        if (a / SERIALS != b / SERIALS
                && a % SERIALS != b % SERIALS
                && a / (SERIALS * DATES) != b / (SERIALS * DATES)
                && birth(a) != birth(b)) {
            // place, birth date and serial number all differ: one error each at least
            return 3;
        }
        int errors = 0;
        long x = a;
        long y = b;
        while (x != y && errors < 3) {
            long lastX = x % 10;
            long lastY = y % 10;
            x /= 10;
            y /= 10;
            if (lastX != lastY) {
                errors++;
                if (x % 10 == lastY && y % 10 == lastX) {
                    x /= 10;
                    y /= 10;
                }
            }
        }
        return errors;
    }
}
