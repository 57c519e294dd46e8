package org.doudi.cli.reconcile;

import java.util.BitSet;
import java.util.Locale;

/** Compares how a list writes a person with what the household's survey found. */
final class RowCheck {
    private static final int OLD_LENGTH = 15;

    private final PersonBook persons;
    private final Quality quality;

    RowCheck(PersonBook persons, Quality quality) {
        this.persons = persons;
        this.quality = quality;
    }

    void check(Roll roll, RollBook book, Links links) {
        BitSet seen = new BitSet(persons.size());
        boolean[] inReview = new boolean[links.rows()];
        links.reviews().forEach(review -> inReview[review.row()] = true);
        for (int row = 0; row < links.rows(); row++) {
            RollRow cells = book.rows().get(row);
            int person = links.person(row);
            String township = township(person < 0 ? cells.village() : String.valueOf(persons.village(person)));
            if (cells.idNumber().isEmpty()) {
                quality.add(roll, township, Problem.ID_MISSING);
            }
            if (person < 0) {
                quality.add(roll, township, inReview[row] ? Problem.IN_DOUBT : Problem.NOT_A_MEMBER);
            } else {
                if (seen.get(person)) {
                    quality.add(roll, township, Problem.DUPLICATE);
                }
                seen.set(person);
                compare(roll, township, cells, person);
            }
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
