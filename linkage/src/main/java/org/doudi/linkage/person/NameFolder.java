package org.doudi.linkage.person;

/**
 * Folds a name to what does not change between lists: full-width forms, blanks, dots of every code point, brackets and what stands in
 * them, case and traditional characters. Reused for one name after the other.
 */
final class NameFolder {
    static final int LONGEST = 15;
    static final int KEPT = 8;
    private static final String DOTS = "·•・‧.．∙⋅･᛫ㆍ·⸱●○。,，'’`´-－‐—_、ᐧ⁃•";

    private final char[] units = new char[LONGEST];
    private int length;
    private boolean unreadable;

    /** Folds a name; answers its length in UTF-16 units, 0 if nothing is left. */
    int fold(char[] text, int offset, int textLength) {
        length = 0;
        unreadable = false;
        int depth = 0;
        for (int i = offset; i < offset + textLength; i++) {
            char c = text[i];
            if (depth == 0 && c >= Han.FIRST && c <= Han.LAST) {
                if (length < LONGEST) {
                    units[length++] = Han.simplified(c);
                }
                continue;
            }
            if (c >= '！' && c <= '～') {
                c = (char) ('!' + (c - '！'));
            }
            if (c == '(' || c == '[' || c == '【') {
                depth++;
            } else if (c == ')' || c == ']' || c == '】') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && !Character.isWhitespace(c) && !Character.isSpaceChar(c) && DOTS.indexOf(c) < 0) {
                unreadable |= c == '\uFFFD' || c < ' ';
                if (c >= 'A' && c <= 'Z') {
                    c = Character.toLowerCase(c);
                }
                if (length < LONGEST && Character.getType(c) != Character.FORMAT) {
                    units[length++] = Han.simplified(c);
                }
            }
        }
        return length;
    }

    /** Whether the name holds characters that the encoding could not read. */
    boolean unreadable() {
        return unreadable;
    }

    int length() {
        return length;
    }

    char unit(int i) {
        return units[i];
    }

    /** Four units from a position, the first in the lowest bits. */
    long packed(int from) {
        long packed = 0;
        for (int i = from; i < from + 4 && i < length; i++) {
            packed |= (long) units[i] << (16 * (i - from));
        }
        return packed;
    }

    /** Hash of the folded name. */
    int hash() {
        long hash = length;
        for (int i = 0; i < length; i++) {
            hash = Hash.with(hash, units[i]);
        }
        return Hash.knownHalf(hash);
    }

    /** Hash of the name as it sounds. */
    int soundHash() {
        long hash = length;
        for (int i = 0; i < length; i++) {
            int syllable = Han.syllable(units[i]);
            hash = Hash.with(hash, syllable == 0 ? 0x10000 + units[i] : syllable);
        }
        return Hash.knownHalf(hash);
    }
}
