package org.doudi.bench;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads 5000, 200k or 4m. */
final class Rows implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int factor = lower.endsWith("m") ? 1_000_000 : lower.endsWith("k") ? 1_000 : 1;
        try {
            int rows = Math.multiplyExact(
                    Integer.parseInt(factor == 1 ? lower : lower.substring(0, lower.length() - 1)), factor);
            if (rows > 0) {
                return rows;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // answered below
        }
        throw new TypeConversionException("'" + text + "' is not a number of rows such as 5000, 200k or 4m");
    }

    /** 200k for 200,000. */
    static String label(int rows) {
        return rows % 1_000_000 == 0
                ? rows / 1_000_000 + "m"
                : rows % 1_000 == 0 ? rows / 1_000 + "k" : Integer.toString(rows);
    }
}
