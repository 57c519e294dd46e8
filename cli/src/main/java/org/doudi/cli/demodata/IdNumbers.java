package org.doudi.cli.demodata;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.divisions.Village;

/**
 * Hands out id numbers by GB 11643 as the police do: the place, the day of birth, the next free number of that day, the check
 * digit. No number is handed out twice; twins get neighbouring ones, as in life.
 */
final class IdNumbers {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final int DAYS = 46_000;
    private static final int NUMBERS_A_DAY = 500;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final List<String> HOME =
            List.of("210921", "210922", "210902", "210903", "210904", "210905", "210911");
    /** Where the people of the villages beyond the city's real ones were born: other counties of the province. */
    private static final List<List<String>> BEYOND = List.of(
            List.of("210123", "210124", "210181"),
            List.of("210381", "210321", "210323", "210281"),
            List.of("210421", "210422", "210423", "210282"),
            List.of("210521", "210522", "210224"),
            List.of("210624", "210681", "210682"),
            List.of("210726", "210727", "210781", "210782"),
            List.of("210881", "210882", "210804"),
            List.of("211021", "211081", "211005"),
            List.of("211122", "211103", "211102"),
            List.of("211221", "211223", "211224", "211281", "211282"),
            List.of("211321", "211322", "211324", "211381", "211382"),
            List.of("211421", "211422", "211481", "211404"));

    private final Map<String, short[]> used = new HashMap<>();

    /** A number for somebody who lives in this village of this ring (0: the real villages) and was mostly born nearby. */
    String allot(Dice dice, Village village, int ring, LocalDate birth, Sex sex) {
        String area;
        if (ring == 0) {
            area = dice.chance(.85) ? village.township().countyCode() : dice.pick(HOME);
        } else {
            area = dice.pick(BEYOND.get((ring - 1) % BEYOND.size()));
        }
        short[] ofArea = used.computeIfAbsent(area, key -> new short[2 * DAYS]);
        int day = (int) (birth.toEpochDay() - FIRST_DAY.toEpochDay());
        int free = ofArea[2 * day + sex.ordinal()]++;
        if (free >= NUMBERS_A_DAY) {
            throw new IllegalStateException("more than 500 births in " + area + " on " + birth);
        }
        int number = (free + day * 37) % NUMBERS_A_DAY * 2 + (sex == Sex.MALE ? 1 : 0);
        StringBuilder digits = new StringBuilder(18).append(area);
        padded(digits, birth.getYear(), 4);
        padded(digits, birth.getMonthValue(), 2);
        padded(digits, birth.getDayOfMonth(), 2);
        padded(digits, number, 3);
        return withCheckDigit(digits.toString());
    }

    private static void padded(StringBuilder to, int number, int width) {
        String digits = Integer.toString(number);
        to.append("0000", 0, width - digits.length()).append(digits);
    }

    /** The seventeen digits and the check digit they call for. */
    static String withCheckDigit(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return seventeen + CHECK.charAt(sum % 11);
    }
}
