package org.doudi.policy.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the smallest place around a village that has something, without making objects: it is asked once a household. */
final class PlaceTable<T> {
    private static final int[] DIGITS = {12, 9, 6, 4, 2};
    private static final long[] VILLAGES = {1, 1_000, 1_000_000, 100_000_000, 10_000_000_000L};

    private final long[][] codes = new long[DIGITS.length][];
    private final List<List<T>> things = new ArrayList<>();

    /** A table of what places have; a place is a code of 2, 4, 6, 9 or 12 digits. */
    PlaceTable(Map<String, T> byPlace) {
        for (int level = 0; level < DIGITS.length; level++) {
            int digits = DIGITS[level];
            List<String> places = byPlace.keySet().stream()
                    .filter(place -> place.length() == digits)
                    .sorted()
                    .toList();
            codes[level] = places.stream().mapToLong(Long::parseLong).toArray();
            things.add(places.stream().map(byPlace::get).toList());
        }
    }

    @Nullable
    T smallestAround(long villageCode) {
        for (int level = 0; level < codes.length; level++) {
            long[] here = codes[level];
            if (here.length > 0) {
                int found = Arrays.binarySearch(here, villageCode / VILLAGES[level]);
                if (found >= 0) {
                    return things.get(level).get(found);
                }
            }
        }
        return null;
    }
}
