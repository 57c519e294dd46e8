package org.doudi.bench.run;

import java.util.List;
import java.util.Locale;

/**
 * One thing measured, every repetition of it.
 *
 * @param name what, with who and how large: {@code linkage.1m.doudi.cpu}
 * @param values in the order in which they were measured; at least one
 */
public record Figure(String name, String unit, List<Double> values) {
    public Figure {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException(name + " was not measured");
        }
    }

    /** The middle value; of an even number the lower middle one. */
    public double median() {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    /** The median for people, with the unit. */
    public String text() {
        double value = median();
        String number = value >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : value >= 100 ? String.format(Locale.ROOT, "%.0f", value) : significant(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }

    private String significant(double value) {
        return unit.isEmpty()
                ? String.format(Locale.ROOT, "%.5f", value)
                : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
