package org.doudi.server.benefits.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;

/** Amounts as pages write them and as people type them. */
public final class Yuan {
    private static final Pattern TYPED = Pattern.compile("\\d{1,11}(\\.\\d{1,2})?");

    private Yuan() {}

    /** Fen as yuan, the thousands parted. */
    public static String of(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /** Fen as yuan with their sign, for differences. */
    public static String signed(long fen) {
        return fen > 0 ? "+" + of(fen) : of(fen);
    }

    /** What was typed, in fen; nothing if it is no amount. */
    static OptionalLong typed(String text) {
        String plain = text.strip().replace(",", "");
        return TYPED.matcher(plain).matches()
                ? OptionalLong.of(new BigDecimal(plain).movePointRight(2).longValueExact())
                : OptionalLong.empty();
    }

    /** What was typed, in fen; refused if it is no amount. */
    static long needed(String text) {
        return typed(text).orElseThrow(() -> new RunRefused(Cause.AMOUNT));
    }
}
