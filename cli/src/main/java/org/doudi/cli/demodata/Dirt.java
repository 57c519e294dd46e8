package org.doudi.cli.demodata;

import java.time.LocalDate;
import org.doudi.policy.Disability;

/** Types people into lists the way clerks do, with the errors and at the rates that are met in the field. */
final class Dirt {
    private static final String DOTS = "•‧・．･∙";

    private final Names names;

    Dirt(Names names) {
        this.names = names;
    }

    /** What goes wrong with the id number; the shares are of ten thousand rows. */
    private enum IdError {
        NONE(9180),
        ONE_DIGIT(300),
        MISSING(200),
        FIFTEEN_DIGITS(200),
        SWAPPED(100),
        ANOTHER_MEMBERS(20);

        final int share;

        IdError(int share) {
            this.share = share;
        }

        private static final IdError[] ALL = values();
        private static final int[] SHARES = {
            NONE.share, ONE_DIGIT.share, MISSING.share, FIFTEEN_DIGITS.share, SWAPPED.share, ANOTHER_MEMBERS.share
        };

        static IdError draw(Dice dice) {
            return ALL[dice.weighted(SHARES)];
        }
    }

    Sighting see(Dice dice, Family family, Person person) {
        StringBuilder marks = new StringBuilder();
        String idNumber = idNumber(dice, family, person, marks);
        String certificate = certificate(dice, person, marks);
        String name = name(dice, person, marks);
        String sex = dice.chance(.003) ? mark(marks, "sex", person.sex.other().word) : person.sex.word;
        LocalDate birth = dice.chance(.01) ? mark(marks, "birth", otherDay(dice, person.birth)) : person.birth;
        String phone = dice.chance(.25) ? "" : person.phone;
        return new Sighting(name, idNumber, certificate, sex, birth, phone, marks.toString());
    }

    private static String idNumber(Dice dice, Family family, Person person, StringBuilder marks) {
        String id = person.idNumber;
        String typed = switch (IdError.draw(dice)) {
            case NONE -> id;
            case ONE_DIGIT -> mark(marks, "one-digit", oneDigitWrong(dice, id));
            case MISSING -> mark(marks, "missing", "");
            case FIFTEEN_DIGITS ->
                person.birth.getYear() < 2000 ? mark(marks, "fifteen", id.substring(0, 6) + id.substring(8, 17)) : id;
            case SWAPPED -> mark(marks, "swapped", swapped(dice, id));
            case ANOTHER_MEMBERS ->
                family.persons.size() > 1 ? mark(marks, "borrowed", another(dice, family, person)) : id;
        };
        return garnish(dice, typed, marks);
    }

    private static String garnish(Dice dice, String id, StringBuilder marks) {
        if (id.isEmpty()) {
            return id;
        }
        if (id.endsWith("X") && dice.chance(.2)) {
            return mark(marks, "lower-x", id.substring(0, id.length() - 1) + "x");
        }
        return switch (dice.weighted(9900, 30, 50, 20)) {
            case 1 -> mark(marks, "full-width", fullWidth(id));
            case 2 -> mark(marks, "apostrophe", "'" + id);
            case 3 -> mark(marks, "blank", id + " ");
            default -> id;
        };
    }

    private static String certificate(Dice dice, Person person, StringBuilder marks) {
        Disability disability = person.disability;
        if (disability == null) {
            return "";
        }
        String tail = String.valueOf(disability.category().ordinal() + 1) + disability.level();
        String reissued = dice.chance(.08) ? "B" + dice.between(1, 3) : "";
        return switch (dice.weighted(9400, 300, 200, 100)) {
            case 1 -> mark(marks, "certificate-digit", oneDigitWrong(dice, person.idNumber)) + tail + reissued;
            case 2 -> mark(marks, "certificate-missing", "");
            case 3 -> mark(marks, "certificate-swapped", swapped(dice, person.idNumber)) + tail + reissued;
            default -> person.idNumber + tail + reissued;
        };
    }

    private String name(Dice dice, Person person, StringBuilder marks) {
        String name = person.name;
        if (dice.chance(.015)) {
            name = mark(marks, "name", names.miswritten(dice, name));
        }
        int dot = name.indexOf('·');
        if (dot > 0 && dice.chance(.3)) {
            String form = dice.chance(.25) ? "" : String.valueOf(dice.pick(DOTS));
            return mark(marks, "dot", name.substring(0, dot) + form + name.substring(dot + 1));
        }
        if (name.length() == 2 && dice.chance(.03)) {
            return mark(marks, "space", name.charAt(0) + (dice.chance(.5) ? "　" : "  ") + name.charAt(1));
        }
        return name;
    }

    private static String oneDigitWrong(Dice dice, String id) {
        int at = dice.below(17);
        char wrong = (char) ('0' + (id.charAt(at) - '0' + dice.between(1, 9)) % 10);
        return id.substring(0, at) + wrong + id.substring(at + 1);
    }

    private static String swapped(Dice dice, String id) {
        int start = dice.below(16);
        for (int i = 0; i < 16; i++) {
            int at = (start + i) % 16;
            if (id.charAt(at) != id.charAt(at + 1)) {
                return id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
            }
        }
        return id;
    }

    private static String another(Dice dice, Family family, Person person) {
        int other = (person.place + dice.between(1, family.persons.size() - 1)) % family.persons.size();
        return family.persons.get(other).idNumber;
    }

    private static String fullWidth(String id) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            wide.append((char) (id.charAt(i) + 0xFEE0));
        }
        return wide.toString();
    }

    private static LocalDate otherDay(Dice dice, LocalDate birth) {
        return switch (dice.below(3)) {
            case 0 -> birth.minusYears(dice.between(1, 2));
            case 1 -> birth.withDayOfMonth(1).plusDays(dice.below(28));
            default -> birth.withMonth(dice.between(1, 12));
        };
    }

    private static <T> T mark(StringBuilder marks, String what, T result) {
        marks.append(marks.length() == 0 ? "" : "+").append(what);
        return result;
    }
}
