package org.doudi.linkage.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.PairSink;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Weights;

/** The whole way from two lists of people to who is who, in memory. */
public final class PersonEngine {
    private static final PersonRules RULES = new PersonRules();

    private final Workers workers;
    private final StageClock clock;

    /** An engine on these threads. */
    public PersonEngine(Workers workers, StageClock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** Links two lists. */
    public Linkage link(PersonList left, PersonList right, Assignment.Shape shape) {
        RowRanges ranges = new RowRanges(
                left.rows().size(),
                PersonRows.rightBase(left.rows()),
                right.rows().size());
        return run(left, right, PersonRows.joined(left.rows(), right.rows()), ranges, shape);
    }

    /** Finds the duplicates of one list. */
    public Linkage dedupe(PersonList list) {
        return run(list, null, list.rows(), RowRanges.single(list.rows().size()), Assignment.Shape.ONE_TO_ONE);
    }

    private Linkage run(
            PersonList left,
            @org.jspecify.annotations.Nullable PersonList right,
            PersonRows rows,
            RowRanges ranges,
            Assignment.Shape shape) {
        clock.begin("block");
        Placeholders.blank(rows, ranges);
        NameCounts.Agreement names = NameCounts.of(rows, ranges);
        PersonComparison comparison = new PersonComparison(rows);
        BlockJoin join = new BlockJoin(ranges, workers, PersonPairs.MOST_IN_BLOCK);
        VillageAlignment.align(rows, ranges, join);
        Brought brought = new Brought(rows, ranges, comparison);
        Candidates candidates = new Candidates();
        Map<String, Long> passes = new LinkedHashMap<>();
        for (PersonKeys pass : PersonKeys.values()) {
            Candidates[] parts = new Candidates[join.partitions()];
            long before = brought.total();
            join.run(pass.over(rows), p -> {
                parts[p] = new Candidates();
                return brought.sink(pass, parts[p]);
            });
            for (Candidates part : parts) {
                candidates.addAll(part);
            }
            passes.put(pass.name(), brought.total() - before);
        }
        clock.begin("weigh");
        Weights weights = new PersonWeights(ranges, comparison, names).learn(brought.histogram());
        Judge judge = new Judge(weights, RULES);
        clock.begin("assign");
        Assignment assignment =
                new Assignment(ranges, candidates, judge, comparison, shape, new HouseholdSupport(rows, ranges));
        clock.end();
        return new Linkage(
                left.list(),
                right == null ? null : right.list(),
                ranges,
                comparison,
                judge,
                candidates,
                assignment,
                passes,
                join.cutRows(),
                clock);
    }

    /** Takes the pairs of the passes: counts the patterns, keeps what is not hopeless. */
    private static final class Brought {
        private final RowRanges ranges;
        private final PersonRows rows;
        private final PersonComparison comparison;
        private final Queue<int[]> counts = new ConcurrentLinkedQueue<>();
        private final ThreadLocal<int[]> mine = ThreadLocal.withInitial(() -> {
            int[] fresh = new int[PersonComparison.SPACE.size()];
            counts.add(fresh);
            return fresh;
        });

        Brought(PersonRows rows, RowRanges ranges, PersonComparison comparison) {
            this.ranges = ranges;
            this.rows = rows;
            this.comparison = comparison;
        }

        PairSink sink(PersonKeys pass, Candidates kept) {
            PersonPairs pairs = new PersonPairs(pass, rows, comparison);
            int[] seen = mine.get();
            boolean twoLists = ranges.right() > 0;
            return (a, b, tagA, tagB) -> {
                int pattern = pairs.pattern(a, b, tagA, tagB);
                if (pattern == PersonPairs.BROUGHT_BEFORE) {
                    return;
                }
                if (!twoLists || ranges.isRight(a) != ranges.isRight(b)) {
                    seen[pattern]++;
                }
                if (pairs.hopeful(pattern)) {
                    kept.add(a, b, pattern);
                }
            };
        }

        long total() {
            long total = 0;
            for (int[] part : counts) {
                for (int n : part) {
                    total += n;
                }
            }
            return total;
        }

        Histogram histogram() {
            Histogram histogram = new Histogram();
            for (int[] part : counts) {
                for (int pattern = 0; pattern < part.length; pattern++) {
                    if (part[pattern] > 0) {
                        histogram.add(pattern, part[pattern]);
                    }
                }
            }
            return histogram;
        }
    }
}
