package org.doudi.server.registry;

import java.util.HashSet;
import java.util.List;

/** Why a household is poor: the main cause and at most two others (clause 2.1-3). */
public record Causes(PovertyCause main, List<PovertyCause> others) {
    /** The most causes beside the main one. */
    public static final int MOST_OTHERS = 2;

    public Causes {
        others = List.copyOf(others);
        if (others.size() > MOST_OTHERS || others.contains(main) || new HashSet<>(others).size() < others.size()) {
            throw new IllegalArgumentException("one main cause and at most two others, each once");
        }
    }

    /** In words, the main cause first. */
    public String words() {
        StringBuilder words = new StringBuilder(main.word());
        others.forEach(other -> words.append('、').append(other.word()));
        return words.toString();
    }
}
