package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Small helps for writing the page: escaped text, numbers, and the template's places. */
final class Html {
    private Html() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A whole number with thousands marks. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Yuan in ten thousands, two decimals. */
    static String tenThousands(long fen) {
        return String.format(Locale.ROOT, "%,.2f", fen / 1_000_000.0);
    }

    /** A cell with a number; a zero is paler. */
    static String cell(long number) {
        return number == 0 ? "<td class=\"r zero\">0</td>" : "<td class=\"r\">" + count(number) + "</td>";
    }

    /** A share of the widest bar as a css width. */
    static String width(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", whole == 0 ? 0 : part * 100.0 / whole);
    }

    static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template with every place filled; a place that nobody fills is a fault. */
    static String fill(String template, Map<String, String> values) {
        StringBuilder page = new StringBuilder(template.length() * 2);
        int at = 0;
        for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
            int close = template.indexOf("}}", open);
            String value = values.get(template.substring(open + 2, close));
            if (value == null) {
                throw new IllegalStateException("nothing fills " + template.substring(open, close + 2));
            }
            page.append(template, at, open).append(value);
            at = close + 2;
        }
        return page.append(template, at, template.length()).toString();
    }
}
