package org.doudi.server.matching;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.table.ReadList;
import org.jspecify.annotations.Nullable;

/** What the engine says of the rows of a list for which number and name do not settle whom they mean. */
final class RowFindings {
    private final Linkage linkage;
    private final ReadList people;
    private final Map<Integer, Long> rowAt = new HashMap<>();
    private final Map<Long, Finding> findings = new LinkedHashMap<>();

    /** Somebody whom a row may mean, with the pattern of what agrees. */
    record Candidate(long person, int pattern) {}

    /** Whom a row means without doubt, or else among whom people decide. */
    record Finding(@Nullable Candidate sure, List<Candidate> doubtful) {
        static final Finding NOBODY = new Finding(null, List.of());

        Finding and(Candidate candidate) {
            LinkedHashSet<Candidate> all = new LinkedHashSet<>(doubtful);
            if (sure != null) {
                all.add(sure);
            }
            all.add(candidate);
            return new Finding(null, List.copyOf(all));
        }

        /** Under one number and two names somebody's number may have been borrowed, so that people look, whatever else agrees. */
        Finding matched(Candidate candidate) {
            return PersonComparison.namesAlike(candidate.pattern()) && sure == null && doubtful.isEmpty()
                    ? new Finding(candidate, List.of())
                    : and(candidate);
        }
    }

    private RowFindings(Linkage linkage, ReadList people) {
        this.linkage = linkage;
        this.people = people;
    }

    /**
     * Looks at the open rows.
     *
     * @param open the rows, each with those whom the registry itself holds for possible
     */
    static Map<Long, Finding> of(Linkage linkage, ReadList people, Map<Long, List<Long>> open) {
        RowFindings all = new RowFindings(linkage, people);
        for (int place = 0; place < linkage.left().keys().size(); place++) {
            long row = Long.parseLong(linkage.left().keys().get(place));
            if (open.containsKey(row)) {
                all.rowAt.put(place, row);
            }
        }
        linkage.forEachMatch((left, right, pattern) ->
                all.found(left, f -> f.matched(new Candidate(all.person(right), pattern))));
        linkage.forEachReview((left, right, pattern) ->
                all.found(left, f -> f.and(new Candidate(all.person(right), pattern))));
        all.namesakes(open);
        return all.findings;
    }

    private interface More {
        Finding more(Finding before);
    }

    private void found(int place, More more) {
        Long row = rowAt.get(place);
        if (row != null) {
            findings.put(row, more.more(findings.getOrDefault(row, Finding.NOBODY)));
        }
    }

    private long person(int right) {
        return Long.parseLong(people.keys().get(right - linkage.ranges().rightBase()));
    }

    /** Where the engine sees nobody, people decide among those whom the registry holds for possible, with the engine's evidence. */
    private void namesakes(Map<Long, List<Long>> open) {
        Map<Long, Integer> placeOf = new HashMap<>();
        rowAt.forEach((place, row) -> {
            if (!findings.containsKey(row)) {
                open.getOrDefault(row, List.of()).forEach(person -> placeOf.put(person, -1));
            }
        });
        if (placeOf.isEmpty()) {
            return;
        }
        RowRanges ranges = linkage.ranges();
        for (int place = 0; place < people.keys().size(); place++) {
            int at = place + ranges.rightBase();
            placeOf.computeIfPresent(Long.valueOf(people.keys().get(place)), (person, none) -> at);
        }
        rowAt.forEach((place, row) -> {
            if (!findings.containsKey(row)) {
                for (long person : open.getOrDefault(row, List.of())) {
                    int right = placeOf.getOrDefault(person, -1);
                    if (right >= 0) {
                        int pattern = linkage.comparison().pattern(place, right);
                        found(place, f -> f.and(new Candidate(person, pattern)));
                    }
                }
            }
        });
    }
}
