package org.doudi.bench.data;

import java.time.LocalDate;

/**
 * Writes one person down the way a department's list has it.
 *
 * @param factor multiplies the basic error rates
 */
record Noise(int factor, ChineseNames names, Families families) {
    private static final int YEAR_2000 = (int) LocalDate.of(2000, 1, 1).toEpochDay();

    /** The columns after the row's key, with a line break. */
    void write(
            StringBuilder line,
            Dice dice,
            Person person,
            String village,
            long[] ids,
            int member,
            boolean certificates) {
        line.append(id(dice, person, ids, member, certificates)).append(',');
        line.append(name(dice, person.name())).append(',');
        line.append(dice.chance(0.005) != person.woman() ? '女' : '男').append(',');
        line.append(birth(dice, person.birth())).append(',');
        line.append(rate(dice, 0.02) ? families.anyVillage(dice) : village).append(',');
        line.append(phone(dice, person.phone())).append('\n');
    }

    private boolean rate(Dice dice, double basic) {
        return dice.chance(basic * factor);
    }

    private String id(Dice dice, Person person, long[] ids, int member, boolean certificates) {
        int carried =
                ids.length > 1 && dice.chance(0.002) ? (member + 1 + dice.below(ids.length - 1)) % ids.length : member;
        String id = IdNumbers.complete(ids[carried]);
        if (rate(dice, 0.02)) {
            return "";
        }
        boolean old = rate(dice, 0.02) && person.birth() < YEAR_2000 && id.startsWith("19", 6);
        if (old) {
            id = id.substring(0, 6) + id.substring(8, 17);
        }
        if (rate(dice, 0.03)) {
            int at = dice.below(Math.min(17, id.length()));
            char wrong = (char) ('0' + (id.charAt(at) - '0' + 1 + dice.below(9)) % 10);
            id = id.substring(0, at) + wrong + id.substring(at + 1);
        }
        if (rate(dice, 0.01)) {
            id = swapped(dice, id);
        }
        if (!old && certificates && dice.chance(0.10)) {
            return id + dice.between(1, 7) + dice.between(1, 4);
        }
        if (dice.chance(0.01)) {
            return dice.chance(0.5) ? id + " " : id.replace('X', 'x');
        }
        return id;
    }

    /** Two unequal neighbours change places; the check character stays where it is. */
    private static String swapped(Dice dice, String id) {
        int last = Math.min(17, id.length()) - 1;
        int start = dice.below(last);
        for (int i = 0; i < last; i++) {
            int at = (start + i) % last;
            if (id.charAt(at) != id.charAt(at + 1)) {
                return id.substring(0, at) + id.charAt(at + 1) + id.charAt(at) + id.substring(at + 2);
            }
        }
        return id;
    }

    private String name(Dice dice, String name) {
        String written = rate(dice, 0.015) ? names.variant(dice, name) : name;
        return written.indexOf('·') >= 0 && dice.chance(0.10) ? ChineseNames.otherDot(dice, written) : written;
    }

    private String birth(Dice dice, int birth) {
        if (rate(dice, 0.03)) {
            return "";
        }
        LocalDate date = LocalDate.ofEpochDay(birth);
        if (rate(dice, 0.01)) {
            int kind = dice.below(4);
            date = kind == 0
                    ? date.plusYears(dice.chance(0.5) ? 1 : -1)
                    : kind == 1
                            ? date.withDayOfMonth(1).plusMonths(dice.between(1, 11))
                            : kind == 2 ? date.plusDays(dice.between(1, 27)) : date.plusDays(dice.between(-9000, -30));
        }
        return date.toString();
    }

    private String phone(Dice dice, String phone) {
        int draw = dice.below(100);
        return draw < 13 ? "" : draw < 25 && !phone.isEmpty() ? Families.phone(dice) : phone;
    }
}
