package org.doudi.linkage.fields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Weights;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** The whole way from two lists of described records to who is who, in memory. */
public final class FieldEngine {
    private static final int MOST_IN_BLOCK = 2000;
    private static final double HOPELESS = 1e-7;

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
        List<Values> dictionaries = dictionaries();
        FieldList leftList = FieldList.read(left, schema, dictionaries);
        FieldList rightList = FieldList.read(right, schema, dictionaries);
        return run(dictionaries, leftList, rightList, shape);
    }

    /**
     * Finds the duplicates of one list.
     *
     * @throws UnreadableList if the list cannot be used
     */
    public Linkage dedupe(Path file) throws IOException {
        List<Values> dictionaries = dictionaries();
        return run(dictionaries, FieldList.read(file, schema, dictionaries), null, Assignment.Shape.ONE_TO_ONE);
    }

    /** Fields of one kind share their dictionary, so that a value can be found in another field. */
    private List<Values> dictionaries() {
        Map<FieldKind, Values> byKind = new EnumMap<>(FieldKind.class);
        List<Values> dictionaries = new ArrayList<>();
        for (Schema.Field field : schema.fields()) {
            dictionaries.add(byKind.computeIfAbsent(field.kind(), k -> new Values()));
        }
        return dictionaries;
    }

    private Linkage run(List<Values> dictionaries, FieldList left, @Nullable FieldList right, Assignment.Shape shape) {
        clock.begin("block");
        Records records = new Records(schema, dictionaries, left, right);
        FieldComparison comparison = comparison(records);
        FieldWeights learning = new FieldWeights(records, comparison);
        Weights first = learning.first();
        List<FieldKeys> passes = FieldKeys.passes(records);
        if (passes.isEmpty()) {
            throw new UnreadableList(
                    config,
                    0,
                    "no field of the schema tells records apart well enough to bring likely pairs together",
                    "Add a field with more different values, such as a name, a date or an identifier");
        }
        BlockJoin join = new BlockJoin(records.ranges(), workers, MOST_IN_BLOCK);
        Candidates candidates = new Candidates();
        Histogram seen = new Histogram();
        Map<String, Long> brought = new LinkedHashMap<>();
        for (int pass = 0; pass < passes.size(); pass++) {
            List<FieldKeys> before = passes.subList(0, pass);
            Part[] parts = new Part[join.partitions()];
            join.run(passes.get(pass), p -> {
                parts[p] = new Part(records, comparison, first, before);
                return parts[p];
            });
            long pairs = 0;
            for (Part part : parts) {
                candidates.addAll(part.kept);
                seen.addAll(part.seen);
                pairs += part.pairs;
            }
            brought.put(passes.get(pass).name(), pairs);
        }
        clock.begin("weigh");
        Weights weights = learning.learn(seen);
        Judge judge = new Judge(weights, new FieldRules(schema, weights));
        clock.begin("assign");
        Assignment assignment =
                new Assignment(records.ranges(), candidates, judge, comparison, shape, Support.Source.NOTHING);
        clock.end();
        return new Linkage(
                left.list(),
                right == null ? null : right.list(),
                records.ranges(),
                comparison,
                judge,
                candidates,
                assignment,
                brought,
                join.cutRows(),
                clock);
    }

    private FieldComparison comparison(Records records) {
        try {
            return new FieldComparison(records);
        } catch (IllegalArgumentException e) {
            throw new UnreadableList(config, 0, String.valueOf(e.getMessage()), "Leave out the fields that say least");
        }
    }

    /** What one partition of one pass brought. */
    private static final class Part implements PairSink {
        private final Records records;
        private final FieldComparison comparison;
        private final Weights first;
        private final List<FieldKeys> before;
        private final Candidates kept = new Candidates();
        private final Histogram seen = new Histogram();
        private long pairs;

        Part(Records records, FieldComparison comparison, Weights first, List<FieldKeys> before) {
            this.records = records;
            this.comparison = comparison;
            this.first = first;
            this.before = before;
        }

        @Override
        public void pair(int a, int b, long tagA, long tagB) {
            for (FieldKeys earlier : before) {
                if (earlier.brings(a, b)) {
                    return;
                }
            }
            int pattern = comparison.pattern(a, b);
            boolean twoLists = records.ranges().right() > 0;
            if (!twoLists || records.ranges().isRight(a) != records.ranges().isRight(b)) {
                seen.add(pattern, 1);
                pairs++;
            }
            if (first.probability(pattern) > HOPELESS) {
                kept.add(a, b, pattern);
            }
        }
    }
}
