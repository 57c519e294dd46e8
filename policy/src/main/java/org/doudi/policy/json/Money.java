package org.doudi.policy.json;

import tools.jackson.core.JsonGenerator;

/** Writes fen as yuan with two decimals, without making a string. One a thread. */
final class Money {
    private static final int LONGEST = 24;

    private final char[] buffer = new char[LONGEST];

    /** Writes an amount, not negative, as a JSON string. */
    void write(JsonGenerator out, long fen) {
        int at = LONGEST;
        long rest = fen;
        for (int digits = 0; rest != 0 || digits < 3; digits++) {
            if (digits == 2) {
                buffer[--at] = '.';
            }
            buffer[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        out.writeString(buffer, at, LONGEST - at);
    }
}
