package org.doudi.linkage.fields;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of one field in both lists, each with a number from 1 and with how often it stands in each list. */
final class Values {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>(List.of(""));

    /** The number of a value; a new one if it was not met before. */
    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            known = texts.size();
            numbers.put(text, known);
            texts.add(text);
        }
        return known;
    }

    String text(int number) {
        return texts.get(number);
    }

    /** The number of a value, or 0 if no row has it. */
    int find(String text) {
        return numbers.getOrDefault(text, 0);
    }

    int size() {
        return texts.size();
    }
}
