package org.doudi.cli.demodata;

import java.time.LocalDate;
import java.util.List;

/** Draws the people of a household: who they are to each other, their ages, names and id numbers. */
final class FamilyDraw {
    /** A head's brother in the house whom nobody is bound to support: he is meant to be tekun. */
    static final String KIN = "兄弟";

    private static final double NO_PHONE = .3;

    private final Names names;
    private final IdNumbers idNumbers;
    private final LocalDate asOf;

    FamilyDraw(Names names, IdNumbers idNumbers, LocalDate asOf) {
        this.names = names;
        this.idNumbers = idNumbers;
        this.asOf = asOf;
    }

    /** One household's draw while it runs. */
    private final class Draw {
        private final Dice dice;
        private final Family family;
        private final int ring;
        private final People people;
        private final String surname;
        private final boolean speaksMongolian;

        Draw(Dice dice, Family family, int ring, List<String> clans) {
            this.dice = dice;
            this.family = family;
            this.ring = ring;
            boolean banner = family.village.township().countyCode().equals("210921");
            people = dice.chance(banner ? .24 : .06) ? People.MONGOL : People.HAN;
            surname = people == People.HAN && dice.chance(.5) ? dice.pick(clans) : names.surname(dice, people);
            speaksMongolian = people == People.MONGOL && dice.chance(.09);
        }

        Person add(String relation, Sex sex, int age, String familyName) {
            LocalDate last = asOf.minusYears(age);
            return add(relation, sex, dice.day(last.minusYears(1).plusDays(1), last), familyName);
        }

        Person add(String relation, Sex sex, LocalDate birth, String familyName) {
            String name =
                    speaksMongolian ? names.mongolian(dice, sex) : familyName + names.given(dice, sex, birth.getYear());
            String idNumber = idNumbers.allot(dice, family.village, ring, birth, sex);
            Person person = new Person(family.persons.size(), name, sex, birth, idNumber, relation, people);
            family.persons.add(person);
            return person;
        }

        Sex anySex() {
            return dice.chance(.515) ? Sex.MALE : Sex.FEMALE;
        }

        String otherSurname() {
            return names.surname(dice, people);
        }

        void couple(int age, String relation, String partner) {
            add(relation, Sex.MALE, age, surname);
            add(partner, Sex.FEMALE, Math.max(20, age - dice.between(-3, 5)), otherSurname());
        }

        /** Children of one pair of parents, twins now and then. */
        void children(int count, int oldest, String son, String daughter) {
            int age = oldest;
            for (int i = 0; i < count; i++) {
                Sex sex = anySex();
                Person child = add(sex == Sex.MALE ? son : daughter, sex, age, surname);
                if (i == 0 && dice.chance(.02)) {
                    Sex twin = dice.chance(.6) ? sex : sex.other();
                    add(twin == Sex.MALE ? son : daughter, twin, child.birth, surname);
                }
                age = Math.max(0, age - dice.between(1, 6));
            }
        }

        void shape(FamilyShape shape) {
            switch (shape) {
                case OLD_AND_ALONE ->
                    add("户主", dice.chance(.55) ? Sex.MALE : Sex.FEMALE, dice.between(61, 88), surname);
                case OLD_COUPLE -> couple(dice.between(61, 84), "户主", "配偶");
                case COUPLE -> couple(dice.between(40, 59), "户主", "配偶");
                case ONE_CHILD -> nuclear(1);
                case TWO_CHILDREN -> nuclear(2);
                case THREE_GENERATIONS -> threeGenerations();
                case GRANDPARENTS_WITH_CHILD -> {
                    couple(dice.between(55, 70), "户主", "配偶");
                    children(dice.chance(.3) ? 2 : 1, dice.between(3, 15), "孙子", "孙女");
                }
                case LONE_PARENT -> {
                    add("户主", dice.chance(.5) ? Sex.MALE : Sex.FEMALE, dice.between(30, 50), surname);
                    children(dice.chance(.25) ? 2 : 1, dice.between(3, 17), "子", "女");
                }
                case ALONE -> add("户主", dice.chance(.85) ? Sex.MALE : Sex.FEMALE, dice.between(31, 58), surname);
                case ORPHANS -> {
                    int oldest = dice.between(6, 14);
                    add("户主", anySex(), oldest, surname);
                    if (dice.chance(.4)) {
                        add("弟妹", anySex(), Math.max(0, oldest - dice.between(1, 5)), surname);
                    }
                }
            }
        }

        private void nuclear(int children) {
            int age = dice.between(26, 55);
            couple(age, "户主", "配偶");
            children(children, Math.max(0, age - dice.between(22, 27)), "子", "女");
        }

        private void threeGenerations() {
            int age = dice.between(30, 50);
            couple(age, "户主", "配偶");
            children(dice.chance(.45) ? 2 : 1, Math.max(0, age - dice.between(22, 27)), "子", "女");
            int old = Math.max(58, age + dice.between(22, 28));
            boolean both = dice.chance(.62);
            if (both || dice.chance(.4)) {
                add("父亲", Sex.MALE, old, surname);
            }
            if (both || family.persons.size() < 4) {
                add("母亲", Sex.FEMALE, old - dice.between(0, 3), otherSurname());
            }
        }
    }

    void draw(Dice dice, Family family, int ring, List<String> clans) {
        Draw draw = new Draw(dice, family, ring, clans);
        draw.shape(FamilyShape.draw(dice, family.standing));
        boolean mayHouseKin = family.standing == Standing.ORDINARY || family.standing == Standing.POOR_ON_BOTH;
        if (mayHouseKin && family.persons.size() > 1 && dice.chance(.003)) {
            draw.add(KIN, Sex.MALE, dice.between(31, 58), draw.surname);
        }
        family.address = family.village.township().name() + family.village.name() + dice.between(1, 9) + "组"
                + dice.between(1, 199) + "号";
        String shared = dice.chance(NO_PHONE) ? "" : phone(dice);
        for (Person person : family.persons) {
            if (person.ageOn(asOf) >= 14) {
                person.phone = dice.chance(.4) ? phone(dice) : shared;
            }
        }
    }

    /** A well-formed number in a range that no operator gives out. */
    private static String phone(Dice dice) {
        return "160" + String.valueOf(100_000_000 + dice.below(100_000_000)).substring(1);
    }

    /** The few surnames that half a village shares. */
    List<String> clans(Dice dice) {
        return List.of(
                names.surname(dice, People.HAN),
                names.surname(dice, People.HAN),
                names.surname(dice, People.HAN),
                names.surname(dice, People.HAN));
    }
}
