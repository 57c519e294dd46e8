package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.person.NameCounts;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.Placeholders;
import org.doudi.linkage.person.VillageAlignment;

/**
 * The people of one partition as they are compared: without placeholders, with how common each name is.
 *
 * @param index the partition
 * @param begins whether it is the first of its list
 * @param first the number of the first row
 * @param people the people
 * @param nameSums what {@link NameCounts#agreement} needs of these rows
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
record PreparedPart(int index, boolean begins, int first, ListPart<PersonRows> people, long[] nameSums)
        implements Serializable {
    static PreparedPart of(
            int index, ListPart<PersonRows> read, Numbering numbering, Placeholders placeholders, NameCounts names) {
        PersonRows rows = read.rows().copy();
        placeholders.blankIn(rows, 0, rows.size());
        long[] sums = NameCounts.sums();
        names.write(rows, 0, rows.size(), sums);
        ListPart<PersonRows> people =
                new ListPart<>(rows, read.keys().after(numbering.rowsBefore()[index]), read.rowsIn(), read.rejects());
        return new PreparedPart(
                index,
                index == 0 || index == numbering.leftPartitions(),
                numbering.first()[index],
                people,
                sums);
    }

    /** Those of the rows asked for, by their numbers in rising order, that lie here. */
    PersonRows rows(long[] numbers) {
        PersonRows chosen = new PersonRows();
        long[] words = new long[PersonRows.WORDS];
        int from = Arrays.binarySearch(numbers, first);
        for (int i = from < 0 ? -from - 1 : from; i < numbers.length && numbers[i] < first + people.size(); i++) {
            int row = (int) numbers[i] - first;
            people.rows().copy(row, words, 0);
            chosen.add(words);
            if (people.rows().oddBodies(row).length > 0) {
                chosen.oddId(people.rows().oddBodies(row));
            }
        }
        return chosen;
    }

    /** With the left list's names of the villages, if these are rows of the right list. */
    PreparedPart inVillages(Map<Long, Long> leftName, Numbering numbering) {
        if (numbering.isLeft(index)) {
            return this;
        }
        PersonRows rows = people.rows().copy();
        VillageAlignment.rewrite(rows, 0, rows.size(), leftName);
        return new PreparedPart(
                index, begins, first, new ListPart<>(rows, people.keys(), people.rowsIn(), people.rejects()), nameSums);
    }
}
