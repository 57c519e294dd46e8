package org.doudi.bench.data;

import java.util.Arrays;

/** Typing, reading and hearing errors in English words, as the generators of test data for record linkage make them. */
final class Damage {
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"};
    private static final String[][] READ = {
        {"m", "rn"}, {"rn", "m"}, {"l", "1"}, {"o", "0"}, {"s", "5"}, {"i", "l"}, {"cl", "d"}, {"g", "q"}, {"b", "6"},
        {"u", "v"}, {"h", "b"}, {"5", "s"}, {"0", "o"}, {"1", "l"}, {"2", "z"}, {"8", "b"}, {"w", "vv"}, {"e", "c"}
    };
    private static final String[][] HEARD = {
        {"ph", "f"},
        {"f", "ph"},
        {"ck", "k"},
        {"c", "k"},
        {"k", "c"},
        {"ie", "y"},
        {"y", "ie"},
        {"mac", "mc"},
        {"mc", "mac"},
        {"ee", "ea"},
        {"ai", "ay"},
        {"ei", "i"},
        {"th", "t"},
        {"sh", "s"},
        {"wh", "w"},
        {"tt", "t"},
        {"ll", "l"},
        {"nn", "n"},
        {"ss", "s"},
        {"z", "s"},
        {"qu", "kw"},
        {"x", "ks"},
        {"gh", "g"},
        {"ou", "oo"},
        {"er", "ar"},
        {"o", "oa"}
    };

    private Damage() {}

    /** One error in a word: mostly typing, at times reading or hearing. */
    static String word(Dice dice, String word) {
        if (word.isEmpty()) {
            return word;
        }
        int kind = dice.below(100);
        String damaged = kind < 60 ? typed(dice, word) : replaced(dice, word, kind < 75 ? READ : HEARD);
        return damaged.equals(word) ? typed(dice, word) : damaged;
    }

    /** A letter too many, too few, another one near it, or two that changed places. */
    private static String typed(Dice dice, String word) {
        int at = dice.below(word.length());
        return switch (dice.below(4)) {
            case 0 -> word.substring(0, at) + near(dice, word.charAt(at)) + word.substring(at);
            case 1 ->
                word.length() == 1 ? word + near(dice, word.charAt(0)) : word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + near(dice, word.charAt(at)) + word.substring(at + 1);
            default ->
                at + 1 < word.length()
                        ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                        : word + near(dice, word.charAt(at));
        };
    }

    private static char near(Dice dice, char key) {
        for (String row : KEYS) {
            int at = row.indexOf(key);
            if (at >= 0) {
                return row.charAt(at == 0 ? 1 : at == row.length() - 1 || dice.chance(0.5) ? at - 1 : at + 1);
            }
        }
        return key;
    }

    private static String replaced(Dice dice, String word, String[][] table) {
        String[][] fitting =
                Arrays.stream(table).filter(pair -> word.contains(pair[0])).toArray(String[][]::new);
        if (fitting.length == 0) {
            return word;
        }
        String[] pair = fitting[dice.below(fitting.length)];
        int at = word.indexOf(pair[0]);
        return word.substring(0, at) + pair[1] + word.substring(at + pair[0].length());
    }
}
