package org.doudi.server.benefits.files;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.jspecify.annotations.Nullable;

/** Reads amounts as banks write them. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,5})?");

    private Amounts() {}

    /** Fen of an amount in yuan; an amount in another currency, or with parts of a fen, is none that was sent: -1. */
    static long fen(String yuan, @Nullable String currency, String place) {
        if (!AMOUNT.matcher(yuan).matches()) {
            throw new FileRefused(Cause.MALFORMED, place);
        }
        BigDecimal fen = new BigDecimal(yuan).movePointRight(2).stripTrailingZeros();
        if ((currency != null && !currency.equals("CNY")) || fen.scale() > 0) {
            return -1;
        }
        return fen.longValueExact();
    }

    /** A whole number, such as of transfers. */
    static long count(String digits, String place) {
        if (!digits.matches("[0-9]{1,15}")) {
            throw new FileRefused(Cause.MALFORMED, place);
        }
        return Long.parseLong(digits);
    }
}
