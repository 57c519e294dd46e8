package org.doudi.linkage.person;

import static org.doudi.linkage.person.PersonComparison.*;

import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.score.Rules;
import org.doudi.linkage.score.Tier;
import org.doudi.linkage.score.Verdict;

/**
 * What must hold besides the weights before two rows are taken for one person. A swapped sibling, twin or neighbour of the same name is
 * worse than a missed pair, and weights alone fall for them: relatives share village, telephone and surname.
 */
public final class PersonRules implements Rules {
    static final double MATCH_FROM = 0.95;
    static final double REVIEW_FROM = 0.30;
    private static final PatternSpace PATTERNS = PersonComparison.SPACE;

    @Override
    public Verdict verdict(int pattern, double probability) {
        int name = PATTERNS.level(pattern, NAME);
        boolean agrees = name >= NAME_SAME_RARE && name <= NAME_GIVEN;
        boolean alike = name == NAME_ONE_CHARACTER || name == NAME_PART;
        int birth = PATTERNS.level(pattern, BIRTH);
        boolean sexDiffers = PATTERNS.level(pattern, SEX) == DIFFERENT;
        boolean birthDiffers = birth >= BIRTH_WEEKS;
        return switch (PATTERNS.level(pattern, ID)) {
            case ID_SAME, ID_SAME_UNCHECKED -> sameId(name, agrees, alike, birth, sexDiffers);
            case ID_ONE_ERROR, ID_SAME_ERROR -> nearId(pattern, name, agrees, alike, birth, probability);
            case ID_ONE_ERROR_UNCHECKED, ID_TWO_ERRORS ->
                agrees && birth != BIRTH_DIFFERENT ? byProbability(probability) : atMostReview(probability);
            case ID_DIFFERENT_DOUBTED -> doubtedId(pattern, agrees, birth);
            case ID_DIFFERENT_NEAR -> nearlyValid(pattern, agrees && birth <= BIRTH_ONE_PART, probability);
            case ID_DIFFERENT_VALID ->
                agrees && birth == BIRTH_SAME && samePlace(pattern) ? Verdict.REVIEW : Verdict.NONE;
            case ID_DIFFERENT ->
                agrees && birth != BIRTH_DIFFERENT && !(birthDiffers && sexDiffers)
                        ? byProbability(probability)
                        : agrees || alike ? atMostReview(probability) : Verdict.NONE;
            default ->
                agrees && !(birthDiffers && sexDiffers)
                        ? byProbability(probability)
                        : agrees || alike || name == 0 ? atMostReview(probability) : Verdict.NONE;
        };
    }

    /** One number, two rows: the number may have been copied from a relative. */
    private static Verdict sameId(int name, boolean agrees, boolean alike, int birth, boolean sexDiffers) {
        if (agrees) {
            return birth == BIRTH_DIFFERENT && sexDiffers ? Verdict.REVIEW : Verdict.MATCH;
        }
        if (alike || name == 0) {
            return birth >= BIRTH_YEARS || (sexDiffers && birth != BIRTH_SAME) ? Verdict.REVIEW : Verdict.MATCH;
        }
        return birth == BIRTH_SAME && !sexDiffers ? Verdict.MATCH : Verdict.REVIEW;
    }

    /** Equal but for one typing error: another field must confirm it. */
    private static Verdict nearId(int pattern, int name, boolean agrees, boolean alike, int birth, double probability) {
        boolean placeAndSex = samePlace(pattern) && PATTERNS.level(pattern, SEX) == SAME;
        if (agrees) {
            return byProbability(probability);
        }
        if (alike || name == 0) {
            return birth == BIRTH_SAME || (placeAndSex && birth == 0)
                    ? byProbability(probability)
                    : atMostReview(probability);
        }
        return atMostReview(probability);
    }

    /** Two valid numbers a typing error or two apart, which twins have too: the telephone must say that it is one person. */
    private static Verdict nearlyValid(int pattern, boolean agrees, double probability) {
        if (!agrees || !samePlace(pattern)) {
            return Verdict.NONE;
        }
        return PATTERNS.level(pattern, PHONE) == SAME ? byProbability(probability) : atMostReview(probability);
    }

    /** Two valid numbers, one of which does not fit its own row's birth date: it may be somebody else's. */
    private static Verdict doubtedId(int pattern, boolean agrees, int birth) {
        if (!agrees || birth != BIRTH_SAME) {
            return Verdict.NONE;
        }
        return samePlace(pattern) && PATTERNS.level(pattern, SEX) != DIFFERENT ? Verdict.MATCH : Verdict.REVIEW;
    }

    private static boolean samePlace(int pattern) {
        return PATTERNS.level(pattern, VILLAGE) == SAME
                || PATTERNS.level(pattern, PHONE) == SAME
                || PATTERNS.level(pattern, HOUSEHOLD) == SAME;
    }

    private static Verdict byProbability(double probability) {
        return probability >= MATCH_FROM ? Verdict.MATCH : atMostReview(probability);
    }

    private static Verdict atMostReview(double probability) {
        return probability >= REVIEW_FROM ? Verdict.REVIEW : Verdict.NONE;
    }

    @Override
    public Tier tier(int pattern) {
        return switch (PATTERNS.level(pattern, ID)) {
            case ID_SAME, ID_SAME_UNCHECKED -> Tier.EXACT;
            case ID_ONE_ERROR, ID_ONE_ERROR_UNCHECKED -> Tier.REPAIRED;
            default -> Tier.PROBABLE;
        };
    }

    @Override
    public boolean excludes(int pattern) {
        int id = PATTERNS.level(pattern, ID);
        int name = PATTERNS.level(pattern, NAME);
        boolean otherPerson = id == ID_DIFFERENT_VALID || id == ID_DIFFERENT_NEAR || id == ID_DIFFERENT || id == 0;
        boolean otherName = name >= NAME_ONE_CHARACTER;
        return id == ID_DIFFERENT_VALID || (otherPerson && otherName);
    }
}
