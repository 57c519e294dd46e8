package org.doudi.linkage.person;

import java.util.List;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.PatternSpace;

/** Sees what agrees between two people, field by field, as one pattern. */
public final class PersonComparison implements Comparison {
    static final int ID = 0;
    static final int NAME = 1;
    static final int BIRTH = 2;
    static final int SEX = 3;
    static final int VILLAGE = 4;
    static final int PHONE = 5;
    static final int HOUSEHOLD = 6;

    static final int ID_SAME = 1;
    static final int ID_SAME_UNCHECKED = 2;
    static final int ID_ONE_ERROR = 3;
    static final int ID_ONE_ERROR_UNCHECKED = 4;
    static final int ID_SAME_ERROR = 5;
    static final int ID_TWO_ERRORS = 6;
    static final int ID_DIFFERENT = 7;
    static final int ID_DIFFERENT_DOUBTED = 8;
    static final int ID_DIFFERENT_NEAR = 9;
    static final int ID_DIFFERENT_VALID = 10;

    static final int NAME_SAME_RARE = 1;
    static final int NAME_SAME_COMMONEST = 4;
    static final int NAME_SOUND = 5;
    static final int NAME_GIVEN = 6;
    static final int NAME_ONE_CHARACTER = 7;
    static final int NAME_PART = 8;
    static final int NAME_SURNAME = 9;
    static final int NAME_DIFFERENT = 10;

    static final int BIRTH_SAME = 1;
    static final int BIRTH_ROUGHLY = 2;
    static final int BIRTH_ONE_PART = 3;
    static final int BIRTH_WEEKS = 4;
    static final int BIRTH_YEARS = 5;
    static final int BIRTH_DIFFERENT = 6;

    static final int SAME = 1;
    static final int DIFFERENT = 2;
    static final int VILLAGE_TOWNSHIP = 2;
    static final int VILLAGE_DIFFERENT = 3;

    /** The fields compared, with their levels. */
    public static final PatternSpace SPACE = new PatternSpace(List.of(
            new PatternSpace.Field(
                    "idNumber",
                    List.of(
                            "missing",
                            "same",
                            "same (unchecked form)",
                            "one typing error",
                            "one error (unchecked form)",
                            "same error",
                            "two typing errors",
                            "different",
                            "different (one contradicts its birth date)",
                            "different (both valid, two typing errors apart)",
                            "different (both valid)")),
            new PatternSpace.Field(
                    "name",
                    List.of(
                            "missing",
                            "same (rare)",
                            "same (uncommon)",
                            "same (common)",
                            "same (very common)",
                            "same sound",
                            "given name same",
                            "one character",
                            "part",
                            "surname only",
                            "different")),
            new PatternSpace.Field(
                    "birthDate",
                    List.of(
                            "missing",
                            "same",
                            "as far as known",
                            "one part differs",
                            "within two months",
                            "within two years",
                            "different")),
            new PatternSpace.Field("sex", List.of("missing", "same", "different")),
            new PatternSpace.Field("village", List.of("missing", "same", "same township", "different")),
            new PatternSpace.Field("phone", List.of("missing", "same", "different")),
            new PatternSpace.Field("household", List.of("missing", "same", "different"))));

    /** Two months: a date of the lunar calendar taken for one of the solar calendar lies three to seven weeks off. */
    private static final int WEEKS = 62;

    private static final int YEARS = 2 * 372;
    private static final int STRIDE_NAME = SPACE.part(NAME, 1);
    private static final int STRIDE_BIRTH = SPACE.part(BIRTH, 1);
    private static final int STRIDE_SEX = SPACE.part(SEX, 1);
    private static final int STRIDE_VILLAGE = SPACE.part(VILLAGE, 1);
    private static final int STRIDE_PHONE = SPACE.part(PHONE, 1);
    private static final int STRIDE_HOUSEHOLD = SPACE.part(HOUSEHOLD, 1);

    private final PersonRows rows;
    private final IdComparison ids;

    /** Compares rows of one numbering, after {@link NameCounts} has seen them. */
    public PersonComparison(PersonRows rows) {
        this.rows = rows;
        this.ids = new IdComparison(rows);
    }

    /** Whether a pattern shows names that are the same, sound the same, or differ as one name does that was written twice. */
    public static boolean namesAlike(int pattern) {
        int name = SPACE.level(pattern, NAME);
        return name >= NAME_SAME_RARE && name <= NAME_PART;
    }

    @Override
    public int pattern(int a, int b) {
        long[] chunkA = rows.chunk(a);
        long[] chunkB = rows.chunk(b);
        int atA = PersonRows.place(a);
        int atB = PersonRows.place(b);
        long idA = chunkA[atA];
        long idB = chunkB[atB];
        long factsA = chunkA[atA + 1];
        long factsB = chunkB[atB + 1];
        int name = name(a, b, factsA, factsB);
        int birth = birth(factsA, factsB, IdComparison.same(idA, idB));
        int id = ids.level(a, b, idA, idB, factsA, factsB, name <= NAME_GIVEN && birth <= BIRTH_ONE_PART);
        return id
                + STRIDE_NAME * name
                + STRIDE_BIRTH * birth
                + STRIDE_SEX * sex(factsA, factsB)
                + STRIDE_VILLAGE * village(chunkA[atA + 4], chunkB[atB + 4])
                + STRIDE_PHONE * same(chunkA[atA + 5], chunkB[atB + 5])
                + STRIDE_HOUSEHOLD * same(chunkA[atA + 6], chunkB[atB + 6]);
    }

    private int name(int a, int b, long factsA, long factsB) {
        int lengthA = PersonRows.nameLength(factsA);
        int lengthB = PersonRows.nameLength(factsB);
        if (lengthA == 0 || lengthB == 0) {
            return 0;
        }
        long hashesA = rows.word(a, 7);
        long hashesB = rows.word(b, 7);
        if (PersonRows.nameHash(hashesA) == PersonRows.nameHash(hashesB)) {
            return NAME_SAME_RARE + PersonRows.nameLevel(factsA);
        }
        if (PersonRows.soundHash(hashesA) == PersonRows.soundHash(hashesB)) {
            return NAME_SOUND;
        }
        int kept = NameFolder.KEPT;
        int level = likeness(a, b, Math.min(lengthA, kept), Math.min(lengthB, kept));
        // of a longer name only the beginning is at hand, and the hashes say that the whole differs
        boolean cut = lengthA > kept || lengthB > kept;
        return cut && level <= NAME_GIVEN ? NAME_ONE_CHARACTER : level;
    }

    private int likeness(int a, int b, int lengthA, int lengthB) {
        long firstA = rows.word(a, 2);
        long restA = rows.word(a, 3);
        long firstB = rows.word(b, 2);
        long restB = rows.word(b, 3);
        if (lengthA == lengthB) {
            int different = 0;
            int unlike = 0;
            for (int i = 0; i < lengthA; i++) {
                char unitA = PersonRows.nameUnit(firstA, restA, i);
                char unitB = PersonRows.nameUnit(firstB, restB, i);
                if (unitA != unitB) {
                    different++;
                    unlike += Han.soundAlike(unitA, unitB) ? 0 : 1;
                }
            }
            if (unlike == 0) {
                return NAME_SOUND;
            }
            boolean surnameOnly =
                    lengthA > 2 && PersonRows.nameUnit(firstA, restA, 0) != PersonRows.nameUnit(firstB, restB, 0);
            if (different == 1 && lengthA > 1) {
                return surnameOnly ? NAME_GIVEN : NAME_ONE_CHARACTER;
            }
        } else if (contained(firstA, restA, lengthA, firstB, restB, lengthB)) {
            return NAME_PART;
        }
        return PersonRows.nameUnit(firstA, restA, 0) == PersonRows.nameUnit(firstB, restB, 0)
                ? NAME_SURNAME
                : NAME_DIFFERENT;
    }

    /** Whether the shorter name is the longer one with characters left out, and at least two long. */
    private static boolean contained(long firstA, long restA, int lengthA, long firstB, long restB, int lengthB) {
        boolean aShorter = lengthA < lengthB;
        int shorter = Math.min(lengthA, lengthB);
        int longer = Math.max(lengthA, lengthB);
        int found = 0;
        for (int i = 0; i < longer && found < shorter; i++) {
            char inLonger = aShorter ? PersonRows.nameUnit(firstB, restB, i) : PersonRows.nameUnit(firstA, restA, i);
            char inShorter =
                    aShorter ? PersonRows.nameUnit(firstA, restA, found) : PersonRows.nameUnit(firstB, restB, found);
            if (inLonger == inShorter) {
                found++;
            }
        }
        return found == shorter && shorter > 1;
    }

    private static int birth(long factsA, long factsB, boolean sameId) {
        int a = PersonRows.birth(factsA);
        int b = PersonRows.birth(factsB);
        // a date taken from an id number adds nothing to two equal id numbers
        boolean repeats = sameId && (PersonRows.birthFromId(factsA) || PersonRows.birthFromId(factsB));
        if (a == 0 || b == 0 || repeats) {
            return 0;
        }
        if (a == b) {
            return a % 100 == 0 ? BIRTH_ROUGHLY : BIRTH_SAME;
        }
        int yearA = a / 10_000;
        int yearB = b / 10_000;
        int monthA = a / 100 % 100;
        int monthB = b / 100 % 100;
        int dayA = a % 100;
        int dayB = b % 100;
        boolean rough = dayA == 0 || dayB == 0;
        boolean yearOnly = monthA == 0 || monthB == 0;
        if (rough) {
            return yearA == yearB && (yearOnly || monthA == monthB) ? BIRTH_ROUGHLY : BIRTH_DIFFERENT;
        }
        int equal = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0);
        boolean swapped = yearA == yearB && monthA == dayB && dayA == monthB;
        if (equal == 2 || swapped) {
            return BIRTH_ONE_PART;
        }
        int days = Math.abs((yearA - yearB) * 372 + (monthA - monthB) * 31 + dayA - dayB);
        if (days <= WEEKS) {
            return BIRTH_WEEKS;
        }
        return days <= YEARS ? BIRTH_YEARS : BIRTH_DIFFERENT;
    }

    private static int sex(long factsA, long factsB) {
        int a = PersonRows.sex(factsA);
        int b = PersonRows.sex(factsB);
        return a == 0 || b == 0 ? 0 : a == b ? SAME : DIFFERENT;
    }

    private static int village(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return SAME;
        }
        boolean codes = a > 0 && b > 0;
        return codes && township(a) == township(b) ? VILLAGE_TOWNSHIP : VILLAGE_DIFFERENT;
    }

    /** The first nine digits of a code of 9, 12 or 15 digits. */
    private static long township(long code) {
        if (code >= 100_000_000_000_000L) {
            return code / 1_000_000;
        }
        return code >= 100_000_000_000L ? code / 1000 : code;
    }

    private static int same(long a, long b) {
        return a == 0 || b == 0 ? 0 : a == b ? SAME : DIFFERENT;
    }
}
