package org.doudi.linkage.score;

import java.io.Serializable;
import java.util.List;

/**
 * All that can be seen between two rows: for each field one of a few levels. A pattern is one number that stands for a level of every
 * field. Level 0 of every field is "missing in one of the two rows", which says nothing.
 */
public final class PatternSpace implements Serializable {
    /**
     * One compared field.
     *
     * @param name what the evidence calls it
     * @param levels names of the levels; the first is "missing"
     */
    public record Field(String name, List<String> levels) implements Serializable {}

    private final List<Field> fields;
    private final int[] stride;
    private final int size;

    /** The patterns of these fields. */
    public PatternSpace(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.stride = new int[fields.size()];
        long product = 1;
        for (int f = 0; f < stride.length; f++) {
            stride[f] = (int) product;
            product *= fields.get(f).levels().size();
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "too many fields to compare: the first " + (f + 1) + " have more than 2^31 patterns");
            }
        }
        this.size = (int) product;
    }

    /** The fields. */
    public List<Field> fields() {
        return fields;
    }

    /** Number of patterns. */
    public int size() {
        return size;
    }

    /** What a level of a field adds to the pattern. */
    public int part(int field, int level) {
        return level * stride[field];
    }

    /** The level of a field in a pattern. */
    public int level(int pattern, int field) {
        return pattern / stride[field] % fields.get(field).levels().size();
    }
}
