package org.doudi.linkage.fields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.assign.Support;
import org.doudi.linkage.block.BlockJoin;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.PairSink;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Weights;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** The whole way from two lists of described records to who is who, in memory. */
public final class FieldEngine {
    private final Path config;
    private final Schema schema;
    private final Workers workers;
    private final StageClock clock;

    /** An engine for records of the schema in a file. */
    public FieldEngine(Path config, Workers workers, StageClock clock) throws IOException {
        this.config = config;
        this.schema = Schema.read(config);
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Links two lists.
     *
     * @throws UnreadableList if a list cannot be used
     */
    public Linkage link(Path left, Path right, Assignment.Shape shape) throws IOException {
        FieldRows rows = new FieldRows(schema);
        ReadList leftList = FieldList.read(left, rows);
        return run(rows, leftList, FieldList.read(right, rows), shape);
    }

    /**
     * Finds the duplicates of one list.
     *
     * @throws UnreadableList if the list cannot be used
     */
    public Linkage dedupe(Path file) throws IOException {
        FieldRows rows = new FieldRows(schema);
        return run(rows, FieldList.read(file, rows), null, Assignment.Shape.ONE_TO_ONE);
    }

    private Linkage run(FieldRows rows, ReadList left, @Nullable ReadList right, Assignment.Shape shape) {
        clock.begin("block");
        RowRanges ranges = new RowRanges(left.size(), left.size(), rows.size() - left.size());
        Frequencies frequencies = Frequencies.of(rows, ranges);
        FieldComparison comparison = new FieldComparison(rows, frequencies.common());
        FieldWeights learning = new FieldWeights(schema, ranges, frequencies, comparison);
        Weights first = learning.first();
        List<FieldKeys> passes =
                FieldKeys.passes(config, schema, ranges, frequencies, keys -> sharing(keys, rows, ranges));
        BlockJoin join = new BlockJoin(ranges, workers, FieldKeys.MOST_IN_BLOCK);
        Candidates candidates = new Candidates();
        Histogram seen = new Histogram();
        Map<String, Long> brought = new LinkedHashMap<>();
        for (int pass = 0; pass < passes.size(); pass++) {
            Pairs pairs = new FieldPairs(rows, comparison, passes.subList(0, pass), first);
            Part[] parts = new Part[join.partitions()];
            join.run(passes.get(pass).over(rows), p -> {
                parts[p] = new Part(ranges, pairs);
                return parts[p];
            });
            long count = 0;
            for (Part part : parts) {
                candidates.addAll(part.kept);
                seen.addAll(part.seen);
                count += part.count;
            }
            brought.put(passes.get(pass).name(schema), count);
        }
        clock.begin("weigh");
        Weights weights = learning.learn(seen);
        Judge judge = new Judge(weights, new FieldRules(schema, weights));
        clock.begin("assign");
        Assignment assignment = new Assignment(ranges, candidates, judge, comparison, shape, Support.Source.NOTHING);
        clock.end();
        return new Linkage(
                left, right, ranges, comparison, judge, candidates, assignment, brought, join.cutRows(), clock);
    }

    private static double sharing(FieldKeys keys, FieldRows rows, RowRanges ranges) {
        KeyCounts counts = new KeyCounts();
        keys.count(rows, 0, ranges.left(), false, counts);
        keys.count(rows, ranges.rightBase(), ranges.end(), true, counts);
        return counts.pairs(ranges.right() > 0);
    }

    /** What one partition of one pass brought. */
    private static final class Part implements PairSink {
        private final RowRanges ranges;
        private final Pairs pairs;
        private final Candidates kept = new Candidates();
        private final Histogram seen = new Histogram();
        private long count;

        Part(RowRanges ranges, Pairs pairs) {
            this.ranges = ranges;
            this.pairs = pairs;
        }

        @Override
        public void pair(int a, int b, long tagA, long tagB) {
            int pattern = pairs.pattern(a, b, tagA, tagB);
            if (pattern == Pairs.BROUGHT_BEFORE) {
                return;
            }
            if (ranges.right() == 0 || ranges.isRight(a) != ranges.isRight(b)) {
                seen.add(pattern, 1);
                count++;
            }
            if (pairs.hopeful(pattern)) {
                kept.add(a, b, pattern);
            }
        }
    }
}
