package org.doudi.cli.demodata;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names as a region has them: few surnames for many, given names that tell the generation, Mongolian names among them. */
final class Names {
    private final Map<String, List<String>> pools = new HashMap<>();
    private final Map<Character, String> alike = new HashMap<>();
    private final Map<Character, String> traditional = new HashMap<>();

    private Names() {}

    static Names load() {
        Names names = new Names();
        try (InputStream in = Names.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("names.txt is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    names.take(line.split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private void take(String[] words) {
        String kind = words[0];
        List<String> pool = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            switch (kind) {
                case "alike", "lookalike" -> {
                    for (int at = 0; at < words[i].length(); at++) {
                        char c = words[i].charAt(at);
                        alike.merge(c, words[i].replace(String.valueOf(c), ""), String::concat);
                    }
                }
                case "traditional" -> traditional.put(words[i].charAt(0), words[i].substring(1));
                default -> {
                    int colon = words[i].indexOf(':');
                    int times = colon < 0 ? 1 : Integer.parseInt(words[i].substring(colon + 1));
                    String entry = colon < 0 ? words[i] : words[i].substring(0, colon);
                    for (int n = 0; n < times; n++) {
                        pool.add(entry);
                    }
                }
            }
        }
        pools.put(kind, List.copyOf(pool));
    }

    String surname(Dice dice, People people) {
        return dice.pick(pool(people == People.MONGOL ? "surname.mongol" : "surname.han"));
    }

    /** A given name fit for sex and year of birth. Now and then two halves of two names make a new one. */
    String given(Dice dice, Sex sex, int year) {
        int era = year < 1950 ? 1930 : year < 1976 ? 1950 : year < 1998 ? 1980 : 2000;
        List<String> pool = pool("given." + era + (sex == Sex.MALE ? ".m" : ".f"));
        String given = dice.pick(pool);
        String other = dice.pick(pool);
        return given.length() == 2 && other.length() == 2 && dice.chance(.6)
                ? given.substring(0, 1) + other.substring(1)
                : given;
    }

    /** A name in Mongolian, half of them with the father's name before a middle dot. */
    String mongolian(Dice dice, Sex sex) {
        String own = dice.pick(pool(sex == Sex.MALE ? "mongol.m" : "mongol.f"));
        String before = dice.pick(pool("mongol.m"));
        if (dice.chance(.5)) {
            return before + "·" + own;
        }
        return own.length() < 4 && !own.equals(before) ? before + own : own;
    }

    /** The name with one character miswritten: sounding or looking the same, or traditional; the same name where none fits. */
    String miswritten(Dice dice, String name) {
        boolean old = dice.chance(.3);
        int start = dice.below(name.length());
        for (int i = 0; i < name.length(); i++) {
            int at = (start + i) % name.length();
            String others = (old ? traditional : alike).get(name.charAt(at));
            if (others != null && !others.isEmpty()) {
                return name.substring(0, at) + dice.pick(others) + name.substring(at + 1);
            }
        }
        return name;
    }

    private List<String> pool(String kind) {
        List<String> pool = pools.get(kind);
        if (pool == null) {
            throw new IllegalStateException("names.txt has no pool " + kind);
        }
        return pool;
    }
}
