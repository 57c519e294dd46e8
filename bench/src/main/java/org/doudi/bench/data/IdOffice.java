package org.doudi.bench.data;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Gives out id numbers: never one twice, men odd and women even, twins close together. */
final class IdOffice {
    private final Map<Long, BitSet> taken = new HashMap<>();

    /** The first 17 digits for a person; the number before is that of the household's last member. */
    long next(Dice dice, Person person, long before) {
        LocalDate date = LocalDate.ofEpochDay(person.birth());
        long day = date.getYear() * 10_000L + date.getMonthValue() * 100L + date.getDayOfMonth();
        long prefix = person.home() * 100_000_000L + day;
        BitSet given = taken.computeIfAbsent(prefix, unused -> new BitSet());
        int start = person.twin() && before / 1000 == prefix ? (int) (before % 1000) + 1 : dice.below(1000);
        int sex = person.woman() ? 0 : 1;
        for (int i = 0; i < 500; i++) {
            int sequence = (start + (start + sex) % 2 + 2 * i) % 1000;
            if (!given.get(sequence)) {
                given.set(sequence);
                return prefix * 1000 + sequence;
            }
        }
        throw new IllegalStateException("more than 500 people of one sex born on " + date + " in " + person.home());
    }
}
