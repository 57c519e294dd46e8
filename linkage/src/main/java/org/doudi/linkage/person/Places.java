package org.doudi.linkage.person;

/** Villages, addresses, telephone numbers, keys and sexes as lists write them, each folded to one number; 0: not known. */
final class Places {
    private static final String[] VILLAGE_ENDINGS = {
        "村村民委员会", "社区居民委员会", "村民委员会", "居民委员会", "社区居委会", "村委会", "居委会", "社区", "村"
    };

    private Places() {}

    /** A village: its code as a number, or the hash of its folded name with the top bit set. */
    static long village(char[] text, int offset, int length) {
        long code = code(text, offset, length);
        return code > 0 ? code : named(text, offset, length, true);
    }

    /** An address: the village in it where one is named, else all of it. */
    static long address(char[] text, int offset, int length) {
        for (int i = offset + length - 1; i > offset; i--) {
            if (text[i] == '村') {
                return named(text, offset, i + 1 - offset, true);
            }
        }
        return named(text, offset, length, false);
    }

    private static long named(char[] text, int offset, int length, boolean village) {
        StringBuilder folded = new StringBuilder(length);
        for (int i = offset; i < offset + length; i++) {
            if (Character.isLetterOrDigit(text[i])) {
                folded.append(Han.simplified(Character.toLowerCase(text[i])));
            }
        }
        if (village) {
            for (String ending : VILLAGE_ENDINGS) {
                int end = folded.length() - ending.length();
                if (end > 0 && folded.indexOf(ending, end) == end) {
                    folded.setLength(end);
                    break;
                }
            }
        }
        if (folded.length() == 0) {
            return 0;
        }
        long hash = 1;
        for (int i = 0; i < folded.length(); i++) {
            hash = Hash.with(hash, folded.charAt(i));
        }
        return hash | PersonRows.TEXT_VILLAGE;
    }

    /** A division code of 9 to 15 digits; 0 if it is not one. */
    private static long code(char[] text, int offset, int length) {
        if (length < 9 || length > 15) {
            return 0;
        }
        long code = 0;
        for (int i = offset; i < offset + length; i++) {
            int digit = Dates.digit(text[i]);
            if (digit < 0) {
                return 0;
            }
            code = code * 10 + digit;
        }
        return code;
    }

    /** A telephone number: its last eleven digits; placeholders of one repeated digit are not known. */
    static long phone(char[] text, int offset, int length) {
        long number = 0;
        int digits = 0;
        int first = -1;
        boolean placeholder = true;
        for (int i = offset; i < offset + length; i++) {
            int digit = Dates.digit(text[i]);
            if (digit >= 0) {
                first = first < 0 ? digit : first;
                placeholder &= digit == first;
                number = (number * 10 + digit) % 100_000_000_000L;
                digits++;
            } else if (digits >= 7 && (text[i] == '/' || text[i] == ',' || text[i] == '、' || text[i] == ';')) {
                // a second number follows
                break;
            }
        }
        return digits < 7 || placeholder ? 0 : number;
    }

    /** A key within its own list. */
    static long key(char[] text, int offset, int length) {
        long hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = Hash.with(hash, text[i]);
        }
        return Hash.known(hash);
    }

    /** 1 male, 2 female, 0 not said, -1 none of these. */
    static int sex(char[] text, int offset, int length) {
        char c = text[offset];
        if (length > 7) {
            return -1;
        }
        return switch (c) {
            case '男', '1', '１', 'm', 'M', '♂' -> 1;
            case '女', '2', '２', 'f', 'F', '♀' -> 2;
            case '0', '9', '未', '不', '-', '/', '?', 'u', 'U' -> 0;
            default -> -1;
        };
    }
}
