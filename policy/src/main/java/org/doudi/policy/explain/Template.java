package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with places to fill. {@code {v}} is the answer and {@code {0}} to {@code {3}} are the inputs, written as money; {@code #}
 * after it makes it a number, {@code @} a date, {@code %} a percentage, {@code :table} a word from a table. {@code {0-3}} is how far two
 * inputs are apart. {@code {who}} is the member.
 */
final class Template {
    /** What stands in a place. */
    enum Kind {
        TEXT,
        WHO,
        MONEY,
        NUMBER,
        DATE,
        PERCENT,
        TABLE,
        MONEY_APART,
        NUMBER_APART
    }

    /** The place of the answer; inputs count from 0. */
    static final int ANSWER = -1;

    /** A part of the sentence: a text, or its place; the second place of two, or the table by its ordinal. */
    record Part(Kind kind, String text, int first, int second) {}

    private final Part[] parts;
    private final String plain;

    private Template(List<Part> parts) {
        this.parts = parts.toArray(new Part[0]);
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text));
        this.plain = text.toString();
    }

    List<Part> parts() {
        return List.of(parts);
    }

    int size() {
        return parts.length;
    }

    Part part(int place) {
        return parts[place];
    }

    /** The sentence without what fills its places. */
    String plain() {
        return plain;
    }

    static Template parse(String text) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = text.indexOf('}', open);
            if (open > at) {
                parts.add(new Part(Kind.TEXT, text.substring(at, open), 0, 0));
            }
            parts.add(place(text.substring(open + 1, close)));
            at = close + 1;
        }
        if (at < text.length()) {
            parts.add(new Part(Kind.TEXT, text.substring(at), 0, 0));
        }
        return new Template(parts);
    }

    private static Part place(String text) {
        if (text.equals("who")) {
            return new Part(Kind.WHO, "", 0, 0);
        }
        int first = text.charAt(0) == 'v' ? ANSWER : text.charAt(0) - '0';
        if (text.length() == 1) {
            return new Part(Kind.MONEY, "", first, 0);
        }
        switch (text.charAt(1)) {
            case '#':
                return new Part(Kind.NUMBER, "", first, 0);
            case '@':
                return new Part(Kind.DATE, "", first, 0);
            case '%':
                return new Part(Kind.PERCENT, "", first, 0);
            case ':':
                return new Part(
                        Kind.TABLE,
                        "",
                        first,
                        Tables.withCode(text.substring(2)).ordinal());
            case '-':
                Kind kind = text.endsWith("#") ? Kind.NUMBER_APART : Kind.MONEY_APART;
                return new Part(kind, "", first, text.charAt(2) - '0');
            default:
                throw new IllegalStateException("a message has a place {" + text + "}");
        }
    }
}
