package org.doudi.bench.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes household number n of a population; any order, any number of times, always the same household. */
final class Families {
    static final int REFERENCE = (int) LocalDate.of(2017, 6, 1).toEpochDay();

    private static final int YEAR = 365;
    private static final int PEOPLE_A_VILLAGE = 260;
    private static final int[] OTHER_COUNTIES = {210103, 210213, 210381, 210726, 211303, 211382, 211402, 150422, 150525
    };
    private static final String[] PHONE_STARTS = {"138", "139", "150", "151", "158", "159", "187", "188"};

    private final long seed;
    private final int villages;
    private final ChineseNames names;
    private final List<String> townships = Words.lines("townships.txt");

    Families(long seed, int people, ChineseNames names) {
        this.seed = seed;
        this.villages = Math.max(townships.size(), people / PEOPLE_A_VILLAGE);
        this.names = names;
    }

    Family family(int number) {
        Dice dice = Dice.at(seed, 1, number);
        String village = anyVillage(dice);
        return new Family(village, new Household(dice, Integer.parseInt(village.substring(0, 6))).members());
    }

    /** A village code: one of the city's townships and a running number inside it. */
    String anyVillage(Dice dice) {
        int index = dice.below(villages);
        return townships.get(index % townships.size()) + (200 + index / townships.size());
    }

    static String phone(Dice dice) {
        int number = dice.below(100_000_000);
        return PHONE_STARTS[dice.below(PHONE_STARTS.length)]
                + Integer.toString(100_000_000 + number).substring(1);
    }

    /** What the members of one household have in common while they are being made. */
    private final class Household {
        private final Dice dice;
        private final int county;
        private final String phone;
        private final boolean mongolian;
        private final String surname;
        private final String generation;
        private final int headBirth;

        Household(Dice dice, int county) {
            this.dice = dice;
            this.county = county;
            phone = phone(dice);
            mongolian = dice.chance(0.15);
            surname = mongolian ? (dice.chance(0.35) ? names.clan(dice) + "·" : "") : names.surname(dice);
            generation = dice.chance(0.3) ? names.given(dice, false, "").substring(0, 1) : "";
            headBirth = REFERENCE - dice.between(28 * YEAR, 82 * YEAR);
        }

        List<Person> members() {
            int draw = dice.below(100);
            int size = draw < 18 ? 1 : draw < 46 ? 2 : draw < 73 ? 3 : draw < 90 ? 4 : 5;
            boolean couple = dice.chance(0.7);
            List<Person> members = new ArrayList<>(size);
            members.add(person(surname, "", dice.chance(0.2), headBirth, false));
            for (int i = 1; i < size; i++) {
                if (i == 1 && couple) {
                    boolean woman = !members.get(0).woman();
                    members.add(person(surname(0.08), "", woman, headBirth + dice.between(-5 * YEAR, 5 * YEAR), false));
                } else if (i == 4 || (i == 3 && dice.chance(0.2))) {
                    int birth = headBirth - dice.between(20 * YEAR, 32 * YEAR);
                    members.add(person(surname(0.5), "", dice.chance(0.6), birth, false));
                } else {
                    members.add(child(members.get(i - 1)));
                }
            }
            return List.copyOf(members);
        }

        private Person child(Person before) {
            boolean twin = before.birth() > headBirth + 18 * YEAR && dice.chance(0.02);
            int birth = headBirth + dice.between(20 * YEAR, 40 * YEAR);
            int born = birth > REFERENCE ? REFERENCE - dice.below(8 * YEAR) : birth;
            return person(surname(0.97), generation, dice.chance(0.48), twin ? before.birth() : born, twin);
        }

        /** The head's surname with this probability. */
        private String surname(double same) {
            return mongolian || dice.chance(same) ? surname : names.surname(dice);
        }

        private Person person(String surname, String shared, boolean woman, int birth, boolean twin) {
            String given = mongolian ? names.mongolianGiven(dice) : names.given(dice, woman, shared);
            int home = dice.chance(0.85) ? county : OTHER_COUNTIES[dice.below(OTHER_COUNTIES.length)];
            int kind = dice.below(100);
            String own = kind < 35 ? phone(dice) : kind < 65 ? phone : "";
            return new Person(surname + given, woman, birth, home, twin, own);
        }
    }
}
