package org.doudi.linkage.output;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Weights;

/** What a pair rests on, in words; one text a pattern. */
public final class Evidence {
    private static final int MOST_KEPT = 1 << 20;
    private final Judge judge;
    private final byte[][] tails;
    private final Map<Integer, String> words = new ConcurrentHashMap<>();

    /** The evidence of pairs that are judged so. */
    public Evidence(Judge judge) {
        this.judge = judge;
        this.tails = new byte[Math.min(MOST_KEPT, judge.weights().space().size())][0];
    }

    /** Field by field what agreed, how, and with what weight in bits: {@code idNumber same (+29.1); name one character (-2.0)}. */
    public String words(int pattern) {
        String known = words.get(pattern);
        if (known == null) {
            known = spell(pattern);
            words.put(pattern, known);
        }
        return known;
    }

    private String spell(int pattern) {
        Weights weights = judge.weights();
        StringBuilder text = new StringBuilder();
        PatternSpace space = weights.space();
        for (int f = 0; f < space.fields().size(); f++) {
            int level = space.level(pattern, f);
            if (level == 0) {
                continue;
            }
            PatternSpace.Field field = space.fields().get(f);
            if (text.length() > 0) {
                text.append("; ");
            }
            text.append(field.name())
                    .append(' ')
                    .append(field.levels().get(level))
                    .append(String.format(Locale.ROOT, " (%+.1f)", weights.of(f, level)));
        }
        return text.toString();
    }

    /** The cells after the two keys: {@code ,weight,probability,tier,evidence} and the line's end. */
    public byte[] tail(int pattern) {
        if (pattern >= tails.length) {
            return format(pattern);
        }
        byte[] known = tails[pattern];
        if (known.length == 0) {
            known = format(pattern);
            tails[pattern] = known;
        }
        return known;
    }

    /** The reason for which a row has no partner though another row comes near. */
    public String reason(String otherKey, boolean otherIsMatched, int pattern) {
        return "the nearest row of the other list is " + otherKey
                + (otherIsMatched ? ", which has a better partner: " : ", too little agrees: ")
                + words(pattern);
    }

    private byte[] format(int p) {
        Weights weights = judge.weights();
        String numbers = String.format(Locale.ROOT, ",%.2f,%.6f,", weights.of(p), weights.probability(p));
        String text = numbers + judge.tier(p) + ",";
        byte[] cell = Lines.cell(words(p));
        byte[] head = text.getBytes(StandardCharsets.UTF_8);
        byte[] tail = java.util.Arrays.copyOf(head, head.length + cell.length + 1);
        System.arraycopy(cell, 0, tail, head.length, cell.length);
        tail[tail.length - 1] = '\n';
        return tail;
    }
}
