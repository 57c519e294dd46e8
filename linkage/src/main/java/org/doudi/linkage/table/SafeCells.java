package org.doudi.linkage.table;

/** Cells that a spreadsheet program would run as a formula are written as text. */
public final class SafeCells {
    private SafeCells() {}

    /**
     * The text to write for a cell whose text came from outside: a leading {@code =}, {@code +}, {@code -}, {@code @}, tab or carriage
     * return gets an apostrophe before it (the full-width forms too), which spreadsheet programs read as "this is text".
     */
    public static String neutral(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    /** A text as a cell of a csv: neutral, and quoted where it must be. */
    public static String csv(String text) {
        String neutral = neutral(text);
        boolean quoted = neutral.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + neutral.replace("\"", "\"\"") + '"' : neutral;
    }

    static boolean dangerous(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\u00A0' || c == '\u3000') {
                continue;
            }
            return "=+-@\t\r\n＝＋－＠".indexOf(c) >= 0;
        }
        return false;
    }
}
