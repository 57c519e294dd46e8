package org.doudi.linkage.person;

import org.doudi.linkage.score.Verdict;

/** Looks at the pairs that the passes bring, each pair once, whatever number of passes brings it. */
public final class PersonPairs {
    /** An earlier pass has brought the pair. */
    public static final int BROUGHT_BEFORE = -1;

    /** A row that shares its key with more rows than these is not brought together with all of them. */
    public static final int MOST_IN_BLOCK = 500;

    private static final PersonRules RULES = new PersonRules();

    private final PersonRows rows;
    private final PersonComparison comparison;
    private final boolean[] hopeful = new boolean[PersonComparison.SPACE.size()];

    /** Pairs of these rows. */
    public PersonPairs(PersonRows rows, PersonComparison comparison) {
        this.rows = rows;
        this.comparison = comparison;
        for (int pattern = 0; pattern < hopeful.length; pattern++) {
            hopeful[pattern] = RULES.verdict(pattern, 1) != Verdict.NONE;
        }
    }

    /** The pattern between two rows that a pass has brought together, or {@link #BROUGHT_BEFORE}. */
    public int pattern(PersonKeys pass, int a, int b, long tagA, long tagB) {
        if (pass.broughtBefore(tagA, tagB)) {
            return BROUGHT_BEFORE;
        }
        int pattern = comparison.pattern(a, b);
        return broughtBefore(pass, a, b, pattern) ? BROUGHT_BEFORE : pattern;
    }

    /** Whether a pattern could come to anything with the best of weights. */
    public boolean hopeful(int pattern) {
        return hopeful[pattern];
    }

    /** What the tags could not tell. */
    private boolean broughtBefore(PersonKeys pass, int a, int b, int pattern) {
        boolean mended = PersonComparison.SPACE.level(pattern, PersonComparison.ID) == PersonComparison.ID_ONE_ERROR;
        return switch (pass) {
            case ID_NUMBER -> false;
            case NAME_AND_BIRTH, NAME_AND_VILLAGE -> mended;
            case BIRTH_AND_VILLAGE -> mended || sameSound(a, b);
            case PHONE_AND_NAME -> mended || (rows.word(a, 4) == rows.word(b, 4) && rows.word(a, 4) != 0);
        };
    }

    private boolean sameSound(int a, int b) {
        int soundA = PersonRows.soundHash(rows.word(a, 7));
        return soundA != 0 && soundA == PersonRows.soundHash(rows.word(b, 7));
    }
}
