package org.doudi.linkage.table;

import java.io.Serializable;

/**
 * A row or a cell of a list that could not be used.
 *
 * @param line the line of the file on which the row begins, counted from 1; in an xlsx the row of the sheet
 * @param column the header of the column, or empty when the whole row is meant
 * @param value the text found, cut after 80 characters
 * @param problem what is wrong
 * @param whatToDo what its owner can do about it
 * @param scope whether the row is lost for the linkage or only this cell
 */
public record Reject(long line, String column, String value, String problem, String whatToDo, Scope scope)
        implements Serializable {
    /** How much of the list a reject takes away. */
    public enum Scope {
        /** The whole row was left out. */
        ROW,
        /** The row was used without this cell. */
        CELL
    }

    private static final int SHOWN = 80;

    /** Keeps the shown value short and on one line. */
    public Reject {
        value = shown(value);
    }

    /** A text short enough, and plain enough, for a message. */
    public static String shown(String text) {
        StringBuilder flat = new StringBuilder();
        for (int i = 0; i < text.length() && i < SHOWN; i++) {
            char c = text.charAt(i);
            flat.append(Character.isISOControl(c) ? ' ' : c);
        }
        return text.length() <= SHOWN ? flat.toString() : flat.append('…').toString();
    }
}
