package org.doudi.cli.reconcile;

import java.util.BitSet;
import java.util.Locale;

/** Compares how a list writes a person with what the household's survey found. */
public final class RowCheck {
    private static final int OLD_LENGTH = 15;

    private final PersonBook persons;
    private final Quality quality;

    /** Checks rows against these persons. */
    public RowCheck(PersonBook persons, Quality quality) {
        this.persons = persons;
        this.quality = quality;
    }

    /** Checks each row by itself. */
    public void check(RollBook book, Links links) {
        Roll roll = book.roll();
        for (int row = 0; row < links.rows(); row++) {
            RollRow cells = book.rows().get(row);
            int person = links.person(row);
            String township = township(person < 0 ? cells.village() : String.valueOf(persons.village(person)));
            if (cells.idNumber().isEmpty()) {
                quality.add(roll, township, Problem.ID_MISSING);
            }
            if (person < 0) {
                quality.add(roll, township, links.inReview(row) ? Problem.IN_DOUBT : Problem.NOT_A_MEMBER);
            } else {
                compare(roll, township, cells, person);
            }
        }
    }

    /** Counts the rows of one list that name somebody whom an earlier row names. */
    void duplicates(RollBook book, Links links) {
        BitSet seen = new BitSet(persons.size());
        for (int row = 0; row < links.rows(); row++) {
            int person = links.person(row);
            if (person >= 0) {
                duplicates(quality, book.roll(), persons.village(person), seen.get(person) ? 1 : 0);
                seen.set(person);
            }
        }
    }

    /** Counts so many more rows than one that name a person of this village. */
    public static void duplicates(Quality quality, Roll roll, long village, long more) {
        if (more > 0) {
            quality.add(roll, township(String.valueOf(village)), Problem.DUPLICATE, more);
        }
    }

    private void compare(Roll roll, String township, RollRow cells, int person) {
        String verified = clean(persons.idNumber(person));
        String written = cells.idNumber();
        String cleaned = clean(written);
        if (cleaned.length() == OLD_LENGTH) {
            quality.add(roll, township, Problem.ID_FIFTEEN);
        } else if (!cleaned.isEmpty() && !verified.isEmpty() && !cleaned.startsWith(verified)) {
            quality.add(roll, township, Problem.ID_WRONG);
        } else if (!cleaned.equals(written)) {
            quality.add(roll, township, Problem.ID_FORMAT);
        }
        if (!plainName(cells.name()).equals(plainName(persons.name(person)))) {
            quality.add(roll, township, Problem.NAME_DIFFERS);
        }
    }

    /** The code of the township in a village code; empty when the text is no code. */
    static String township(String village) {
        return village.length() == 12 && village.chars().allMatch(c -> c >= '0' && c <= '9')
                ? village.substring(0, 9)
                : "";
    }

    private static String clean(String idNumber) {
        StringBuilder clean = new StringBuilder(idNumber.length());
        for (int i = 0; i < idNumber.length(); i++) {
            char c = idNumber.charAt(i);
            char narrow = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c;
            if (Character.isLetterOrDigit(narrow)) {
                clean.append(narrow);
            }
        }
        return clean.toString().toUpperCase(Locale.ROOT);
    }

    static String plainName(String name) {
        boolean already = name.chars().allMatch(Character::isLetterOrDigit);
        if (already) {
            return name;
        }
        StringBuilder plain = new StringBuilder(name.length());
        name.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
