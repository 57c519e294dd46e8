package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.doudi.linkage.score.PatternSpace;

/** Says in Chinese what a link rests on, and where the two rows differ. */
final class LinkWords {
    private final PatternSpace space;
    private final Map<Integer, String> said = new HashMap<>();

    LinkWords(PatternSpace space) {
        this.space = space;
    }

    String of(int pattern) {
        return said.computeIfAbsent(pattern, this::words);
    }

    private String words(int pattern) {
        List<String> parts = new ArrayList<>();
        for (int f = 0; f < space.fields().size(); f++) {
            int level = space.level(pattern, f);
            PatternSpace.Field field = space.fields().get(f);
            // each list numbers its households in its own way
            if (level > 0 && !field.name().equals("household")) {
                parts.add(word("field." + field.name(), field.name())
                        + word(key(field.levels().get(level)), field.levels().get(level)));
            }
        }
        return String.join("、", parts);
    }

    /** The key of a level's words. */
    static String key(String level) {
        return "level." + level.replaceAll("[^a-zA-Z]+", ".").replaceAll("^\\.|\\.$", "");
    }

    private static String word(String key, String otherwise) {
        try {
            return Words.say(key);
        } catch (MissingResourceException e) {
            return otherwise;
        }
    }
}
