package org.doudi.linkage.person;

import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Verdict;

/** Looks at the pairs of people that one pass brings. */
public final class PersonPairs implements Pairs {
    /** A row that shares its key with more rows than these is not brought together with all of them. */
    public static final int MOST_IN_BLOCK = 500;

    private static final boolean[] HOPEFUL = hopeful();

    private final PersonKeys pass;
    private final PersonRows rows;
    private final Comparison comparison;

    /** Pairs of these rows. */
    public PersonPairs(PersonKeys pass, PersonRows rows, Comparison comparison) {
        this.pass = pass;
        this.rows = rows;
        this.comparison = comparison;
    }

    /** Which patterns could come to anything with the best of weights. */
    private static boolean[] hopeful() {
        PersonRules rules = new PersonRules();
        boolean[] hopeful = new boolean[PersonComparison.SPACE.size()];
        for (int pattern = 0; pattern < hopeful.length; pattern++) {
            hopeful[pattern] = rules.verdict(pattern, 1) != Verdict.NONE;
        }
        return hopeful;
    }

    @Override
    public int pattern(int a, int b, long tagA, long tagB) {
        if (pass.broughtBefore(tagA, tagB)) {
            return BROUGHT_BEFORE;
        }
        int pattern = comparison.pattern(a, b);
        return broughtBefore(a, b, pattern) ? BROUGHT_BEFORE : pattern;
    }

    @Override
    public boolean hopeful(int pattern) {
        return HOPEFUL[pattern];
    }

    /** What the tags could not tell. */
    private boolean broughtBefore(int a, int b, int pattern) {
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
