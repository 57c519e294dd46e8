package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.cluster.lists.ListPart;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.NameCounts;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.Placeholders;
import org.doudi.linkage.person.VillageAlignment;

/**
 * What the driver must see of the rows of one partition before any is compared: of every so manieth row the values that may be
 * placeholders and the name; of the first right rows the village.
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
record Sample(Map<Placeholders.Field, long[]> values, int[] names, long[] firstVillages) implements Serializable {
    static Sample of(int partition, ListPart<PersonRows> people, Numbering numbering) {
        RowRanges ranges = numbering.ranges();
        PersonRows rows = people.rows();
        int first = numbering.first()[partition];
        int[] sampled = sampled(first, rows.size(), Placeholders.stride(ranges.total()));
        Map<Placeholders.Field, long[]> values = new EnumMap<>(Placeholders.Field.class);
        for (Placeholders.Field field : Placeholders.Field.values()) {
            values.put(
                    field,
                    Arrays.stream(sampled)
                            .mapToLong(row -> field.value(rows, row))
                            .toArray());
        }
        int[] names = Arrays.stream(sampled(first, rows.size(), NameCounts.stride(ranges.total())))
                .map(row -> NameCounts.hash(rows, row))
                .toArray();
        long[] villages = {};
        if (!numbering.isLeft(partition)) {
            int looked = Math.max(0, ranges.rightBase() + VillageAlignment.FIRST_LOOK - first);
            villages = new long[Math.min(looked, rows.size())];
            Arrays.setAll(villages, row -> VillageAlignment.village(rows, row));
        }
        return new Sample(values, names, villages);
    }

    /** The rows of a partition whose number in all rows a stride divides. */
    private static int[] sampled(int first, int rows, int stride) {
        int start = (stride - first % stride) % stride;
        int[] sampled = new int[start >= rows ? 0 : (rows - start + stride - 1) / stride];
        Arrays.setAll(sampled, i -> start + i * stride);
        return sampled;
    }

    static Placeholders placeholders(List<Sample> samples, int total) {
        Map<Placeholders.Field, long[]> values = new EnumMap<>(Placeholders.Field.class);
        for (Placeholders.Field field : Placeholders.Field.values()) {
            values.put(
                    field,
                    samples.stream()
                            .flatMapToLong(s -> Arrays.stream(s.values.getOrDefault(field, new long[0])))
                            .toArray());
        }
        return Placeholders.among(total, values);
    }

    static NameCounts names(List<Sample> samples, int total) {
        NameCounts names = new NameCounts(total);
        for (Sample sample : samples) {
            for (int hash : sample.names) {
                names.add(hash);
            }
        }
        names.close();
        return names;
    }

    static long[] firstVillages(List<Sample> samples) {
        return samples.stream()
                .flatMapToLong(s -> Arrays.stream(s.firstVillages))
                .toArray();
    }

    /** Of the villages asked for, those that the rows name; one other village stands for all others that they name. */
    static Set<Long> named(ListPart<PersonRows> people, Set<Long> asked) {
        Set<Long> named = new HashSet<>();
        Set<Long> other = new HashSet<>();
        for (int row = 0; row < people.size(); row++) {
            long village = VillageAlignment.village(people.rows(), row);
            if (village != 0 && asked.contains(village)) {
                named.add(village);
            } else if (village != 0 && other.isEmpty()) {
                other.add(village);
            }
        }
        named.addAll(other);
        return named;
    }
}
