package org.doudi.policy;

/**
 * What a disability certificate says.
 *
 * @param category the category
 * @param level 1 (most severe) to 4
 */
public record Disability(DisabilityCategory category, int level) {
    /** The least severe level there is. */
    public static final int LOWEST_LEVEL = 4;

    private static final int SEVERE_LEVEL = 2;

    /** Checks the level. */
    public Disability {
        if (level < 1 || level > LOWEST_LEVEL) {
            throw new IllegalArgumentException("disability level " + level + " is not 1 to 4");
        }
    }

    /** Level 1 or 2, which clauses 2.1-2 and 2.1-7 call severe. */
    public boolean severe() {
        return level <= SEVERE_LEVEL;
    }
}
