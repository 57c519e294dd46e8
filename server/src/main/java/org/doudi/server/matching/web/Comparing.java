package org.doudi.server.matching.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.matching.MaskedNumbers;
import org.doudi.server.matching.NewPair.Shown;
import org.doudi.server.matching.PairView;
import org.doudi.server.matching.PairView.Agreement;
import org.doudi.server.matching.PairView.Crossing;
import org.doudi.server.matching.Pairs.Sides;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.registry.Sex;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of a pair, field by field.
 *
 * @param field as the message files name it
 * @param agreement what the engine says of the field; null where it says nothing
 */
record Comparing(
        String field,
        List<Part> left,
        List<Part> right,
        @Nullable Agreement agreement) {
    /** A stretch of a value, and whether the other side has something else in its place. */
    record Part(String text, Mark mark) {}

    /** Whether it is marked. */
    enum Mark {
        SAME,
        OTHER
    }

    /** Whether both sides say something, and not the same. */
    public boolean differs() {
        return left.stream().anyMatch(p -> p.mark() == Mark.OTHER)
                || right.stream().anyMatch(p -> p.mark() == Mark.OTHER);
    }

    static List<Comparing> of(PairView pair, Sides sides, Divisions divisions) {
        Known person = sides.person();
        Known other = sides.other();
        Named row = sides.row();
        List<Comparing> lines = new ArrayList<>();
        Crossing crossing = pair.crossing();
        if (crossing != null) {
            across(lines, pair, crossing, divisions);
            return lines;
        }
        if (person == null || (row == null && other == null)) {
            return lines;
        }
        if (row != null) {
            line(lines, pair, "name", row.name(), person.name());
            number(lines, pair, row.idNumber(), person.idNumber());
            line(lines, pair, "sex", row.sex(), sex(person.sex()));
            line(lines, pair, "birthDate", row.birth(), person.birth().toString());
            line(lines, pair, "village", village(row.village(), divisions), village(person.village(), divisions));
            line(lines, pair, "phone", row.phone(), person.phone());
            line(lines, pair, "household", row.household(), person.householdNumber());
        } else if (other != null) {
            line(lines, pair, "name", person.name(), other.name());
            number(lines, pair, person.idNumber(), other.idNumber());
            line(lines, pair, "sex", sex(person.sex()), sex(other.sex()));
            line(
                    lines,
                    pair,
                    "birthDate",
                    person.birth().toString(),
                    other.birth().toString());
            line(lines, pair, "village", village(person.village(), divisions), village(other.village(), divisions));
            line(lines, pair, "address", person.address(), other.address());
            line(lines, pair, "phone", person.phone(), other.phone());
            line(lines, pair, "household", person.householdNumber(), other.householdNumber());
            line(lines, pair, "relation", person.relation(), other.relation());
        }
        return lines;
    }

    /** Of two counties' records names, numbers and counties are shown; of the rest, how far it agrees. */
    private static void across(List<Comparing> lines, PairView pair, Crossing crossing, Divisions divisions) {
        Shown shown = crossing.shown();
        lines.add(new Comparing(
                "county",
                parts(name(crossing.county(), divisions)),
                parts(name(crossing.otherCounty(), divisions)),
                null));
        line(lines, pair, "name", shown.name(), shown.otherName());
        lines.add(new Comparing(
                "idNumber",
                parts(shown.number(), shown.otherNumber()),
                parts(shown.otherNumber(), shown.number()),
                agreement(pair, "idNumber")));
        pair.evidence().stream()
                .filter(a -> lines.stream().noneMatch(l -> l.field().equals(a.field())))
                .forEach(a -> lines.add(new Comparing(a.field(), parts("—"), parts("—"), a)));
    }

    private static String name(String county, Divisions divisions) {
        return divisions.name(county).orElse(county);
    }

    private static List<Part> parts(String text) {
        return List.of(new Part(text, Mark.SAME));
    }

    private static String sex(Sex sex) {
        return sex == Sex.MALE ? "男" : "女";
    }

    private static String village(String text, Divisions divisions) {
        return text.matches("\\d{12}") ? divisions.names(text).toString() : text;
    }

    private static @Nullable Agreement agreement(PairView pair, String field) {
        return pair.evidence().stream()
                .filter(a -> a.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    private static void line(List<Comparing> lines, PairView pair, String field, String left, String right) {
        if (left.isBlank() && right.isBlank()) {
            return;
        }
        boolean silent = left.isBlank() || right.isBlank();
        // a number of a household is each list's own, so that two different ones say nothing
        boolean own = field.equals("household") && pair.other() == null;
        lines.add(new Comparing(
                field,
                parts(left, silent || own ? left : right),
                parts(right, silent || own ? right : left),
                agreement(pair, field)));
    }

    /** The middle of a number is shown only where the two differ by a few characters, and then only these. */
    private static void number(List<Comparing> lines, PairView pair, String left, String right) {
        String mine = left.replaceAll("[\\s\\u3000'’]", "");
        MaskedNumbers numbers = MaskedNumbers.of(mine, right);
        String shownLeft = pair.other() != null || numbers.near() ? numbers.left() : mine;
        String shownRight = numbers.right();
        lines.add(new Comparing(
                "idNumber",
                parts(shownLeft, mine.isEmpty() ? "" : shownRight),
                mine.isEmpty() ? parts(shownRight, shownRight) : parts(shownRight, shownLeft),
                agreement(pair, "idNumber")));
    }

    private static List<Part> parts(String text, String other) {
        List<Part> parts = new ArrayList<>();
        if (text.length() != other.length()) {
            parts.add(new Part(text, Mark.OTHER));
            return parts;
        }
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean same = text.charAt(i - 1) == other.charAt(i - 1);
            boolean ends = i == text.length() || same != (text.charAt(i) == other.charAt(i));
            if (ends) {
                parts.add(new Part(text.substring(from, i), same ? Mark.SAME : Mark.OTHER));
                from = i;
            }
        }
        return parts;
    }
}
