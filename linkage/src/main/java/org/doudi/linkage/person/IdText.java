package org.doudi.linkage.person;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one written id or certificate number: full-width digits, blanks, marks and a lower-case x are cleaned; 20 and 22 characters are
 * a disability certificate that begins with the id number. Reused for one cell after the other.
 */
final class IdText {
    static final String ADVICE = "Type the number again from the document, as text; it was not used";
    private static final int MOST = 24;
    private static final int UPPER_DIGITS = 9;
    private static final long[] NO_BODIES = {};

    private final char[] cleaned = new char[MOST + 1];
    private int length;
    private IdNumbers.Kind kind = IdNumbers.Kind.NONE;
    private long body;
    private int check;
    private long[] odd = NO_BODIES;
    private final long[] repairs = new long[48];

    void clear() {
        kind = IdNumbers.Kind.NONE;
        body = 0;
        check = 0;
        odd = NO_BODIES;
    }

    IdNumbers.Kind kind() {
        return kind;
    }

    long body() {
        return body;
    }

    int check() {
        return check;
    }

    /** Possible bodies when a digit is missing or too many. */
    long[] odd() {
        return odd;
    }

    /** Whether this number says more than the other. */
    boolean better(IdText other) {
        return rank() > other.rank();
    }

    private int rank() {
        return switch (kind) {
            case VALID -> 3;
            case UNCHECKED -> 2;
            case BAD -> 1;
            case NONE -> 0;
        };
    }

    /** Reads a cell; answers what is wrong with it, or null. */
    @Nullable
    String read(char[] text, int offset, int textLength) {
        clear();
        if (textLength == 18 && readPlain(text, offset)) {
            return null;
        }
        String problem = clean(text, offset, textLength);
        if (problem != null || length == 0) {
            return problem;
        }
        return switch (length) {
            case 18, 20, 21, 22, 23, 24 -> readNew();
            case 15 -> readOld();
            case 17, 19 -> readOdd();
            default -> "an id number has 18 characters (15 in the old form), this one has " + length;
        };
    }

    /** The common case: 18 characters that need no cleaning and are right. */
    private boolean readPlain(char[] text, int offset) {
        int upper = 0;
        int lower = 0;
        int sum = 0;
        for (int i = 0; i < IdNumbers.BODY; i++) {
            int digit = text[offset + i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            if (i < UPPER_DIGITS) {
                upper = upper * 10 + digit;
            } else {
                lower = lower * 10 + digit;
            }
            sum += digit * IdNumbers.weight(i);
        }
        long digits = upper * 100_000_000L + lower;
        int written = checkCharacter(text[offset + 17]);
        if (written != IdNumbers.checkOfSum(sum) || !IdNumbers.plausible(digits)) {
            return false;
        }
        body = digits;
        check = written;
        kind = IdNumbers.Kind.VALID;
        return true;
    }

    private @Nullable String clean(char[] text, int offset, int textLength) {
        length = 0;
        boolean masked = false;
        boolean exponent = false;
        boolean strange = false;
        for (int i = offset; i < offset + textLength; i++) {
            char c = text[i];
            if (c >= '！' && c <= '～') {
                c = (char) ('!' + (c - '！'));
            }
            if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
                exponent |= (c == 'e' || c == 'E') && i + 1 < offset + textLength && text[i + 1] == '+';
                if (length <= MOST) {
                    cleaned[Math.min(length, MOST)] = c >= 'a' ? (char) (c - 32) : c;
                }
                length++;
            } else if (c == '×' || c == 'Х' || c == 'х') {
                cleaned[Math.min(length, MOST)] = 'X';
                length++;
            } else if (c == '*') {
                masked = true;
                length++;
            } else if (" \t-'’‘`\"=.,，。\u00A0\u3000\u200B\uFEFF\u202A\u202C\u200E\r\n".indexOf(c) < 0) {
                strange = true;
            }
        }
        if (exponent) {
            return "a spreadsheet has rounded this number; its last digits are lost";
        }
        if (masked) {
            length = 0;
            return "the number is masked";
        }
        if (strange) {
            length = 0;
            return "the number holds characters that belong to no id number";
        }
        return null;
    }

    private @Nullable String readNew() {
        long digits = digits(0, IdNumbers.BODY);
        int written = checkCharacter(cleaned[17]);
        if (digits < 0 || written < 0) {
            return "an id number has 17 digits and a last digit or X";
        }
        body = digits;
        check = written;
        if (IdNumbers.plausible(body) && IdNumbers.check(body) == written) {
            kind = IdNumbers.Kind.VALID;
            return null;
        }
        if (IdNumbers.repairs(body, written, repairs) == 0) {
            clear();
            return "no single typing error explains this number: place, birth date and check character do not fit";
        }
        kind = IdNumbers.Kind.BAD;
        return null;
    }

    private @Nullable String readOld() {
        long digits = digits(0, 15);
        if (digits < 0) {
            return "an old id number has 15 digits";
        }
        body = IdNumbers.fromOld(digits);
        if (!IdNumbers.plausible(body)) {
            clear();
            return "the 15 digits hold no possible place and birth date";
        }
        kind = IdNumbers.Kind.UNCHECKED;
        return null;
    }

    /** 17 or 19 characters: one was left out or typed twice. */
    private @Nullable String readOdd() {
        long[] bodies = new long[400];
        int n = 0;
        if (length == 19) {
            for (int drop = 0; drop < 19; drop++) {
                n = keepIfValid(bodies, n, without(drop));
            }
        } else {
            for (int at = 0; at <= 17; at++) {
                for (char c = '0'; c <= (at == 17 ? ':' : '9'); c++) {
                    n = keepIfValid(bodies, n, with(at, c == ':' ? 'X' : c));
                }
            }
        }
        if (n == 0) {
            return "an id number has 18 characters, this one has " + length;
        }
        odd = Arrays.stream(bodies, 0, n).sorted().distinct().toArray();
        kind = IdNumbers.Kind.BAD;
        body = odd[0];
        check = PersonRows.ODD_CHECK;
        return null;
    }

    private char[] without(int drop) {
        char[] text = new char[18];
        for (int i = 0, j = 0; i < 19; i++) {
            if (i != drop) {
                text[j++] = cleaned[i];
            }
        }
        return text;
    }

    private char[] with(int at, char c) {
        char[] text = new char[18];
        for (int i = 0, j = 0; i < 18; i++) {
            text[i] = i == at ? c : cleaned[j++];
        }
        return text;
    }

    private static int keepIfValid(long[] bodies, int n, char[] text) {
        long candidate = 0;
        for (int i = 0; i < IdNumbers.BODY; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return n;
            }
            candidate = candidate * 10 + text[i] - '0';
        }
        if (IdNumbers.plausible(candidate) && IdNumbers.check(candidate) == checkCharacter(text[17])) {
            bodies[n] = candidate;
            return n + 1;
        }
        return n;
    }

    private long digits(int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = lookAlike(cleaned[i]);
            if (digit < 0) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Letters that are typed for the digit they look like. */
    private static int lookAlike(char c) {
        return switch (c) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> c <= '9' ? c - '0' : -1;
        };
    }

    private static int checkCharacter(char c) {
        if (c == 'X') {
            return 10;
        }
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }
}
