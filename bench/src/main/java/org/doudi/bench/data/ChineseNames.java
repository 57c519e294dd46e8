package org.doudi.bench.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names as they are in a county of north-east China, and the ways in which clerks write them differently. */
final class ChineseNames {
    private static final String[] DOTS = {"•", "・", "‧", ".", ""};

    private final String surnames = Words.lines("surnames.txt").get(0);
    private final String male = Words.lines("given-male.txt").get(0);
    private final String female = Words.lines("given-female.txt").get(0);
    private final List<String> clans = mongolian("clan");
    private final List<String> mongolian = mongolian("given");
    private final Map<Character, String> sameSound = groups("same-sound.txt");
    private final Map<Character, String> traditional = groups("traditional.txt");
    private final Map<Character, String> lookAlike = groups("look-alike.txt");

    String surname(Dice dice) {
        return String.valueOf(surnames.charAt(dice.skewed(surnames.length())));
    }

    /** One or two characters; brothers and sisters may share the first one. */
    String given(Dice dice, boolean woman, String shared) {
        String pool = woman ? female : male;
        String last = String.valueOf(pool.charAt(dice.skewed(pool.length())));
        if (dice.chance(0.18)) {
            return last;
        }
        return (shared.isEmpty() ? String.valueOf(pool.charAt(dice.skewed(pool.length()))) : shared) + last;
    }

    String clan(Dice dice) {
        return clans.get(dice.skewed(clans.size()));
    }

    String mongolianGiven(Dice dice) {
        return mongolian.get(dice.skewed(mongolian.size()));
    }

    /** The same name by another hand: same sound, traditional form or look-alike for one character. */
    String variant(Dice dice, String name) {
        int kind = dice.below(100);
        Map<Character, String> first = kind < 60 ? sameSound : kind < 85 ? traditional : lookAlike;
        int start = dice.below(name.length());
        for (Map<Character, String> table : List.of(first, sameSound, lookAlike)) {
            for (int i = 0; i < name.length(); i++) {
                int at = (start + i) % name.length();
                String others = table.get(name.charAt(at));
                if (others != null) {
                    return name.substring(0, at) + others.charAt(dice.below(others.length())) + name.substring(at + 1);
                }
            }
        }
        return name.charAt(0) + " " + name.substring(1);
    }

    /** The middle dot in one of its other code points, or left out. */
    static String otherDot(Dice dice, String name) {
        return name.replace("·", DOTS[dice.below(DOTS.length)]);
    }

    private static List<String> mongolian(String kind) {
        return Words.lines("mongolian.txt").stream()
                .filter(line -> line.startsWith(kind + " "))
                .flatMap(line -> List.of(line.substring(kind.length() + 1).split(" ")).stream())
                .toList();
    }

    /** For each character of a group, the other characters of its groups. */
    private static Map<Character, String> groups(String resource) {
        Map<Character, String> table = new HashMap<>();
        for (String group : Words.words(resource)) {
            for (int i = 0; i < group.length(); i++) {
                char own = group.charAt(i);
                String others = group.replace(String.valueOf(own), "");
                if (!others.isEmpty()) {
                    table.merge(own, others, String::concat);
                }
            }
        }
        return table;
    }
}
