package org.doudi.cluster.link;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Progress;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.HouseholdSupport;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.RowKeys;

/**
 * Some whole components: all rows that hang together through candidates, with all their candidates, in the order that they have on one
 * machine. The core's assignment decides over them as if they were the two lists.
 */
final class Neighbourhood {
    /** Kinds of records that are sent to a neighbourhood. */
    static final int ROW = 0;

    static final int CANDIDATE = 1;

    private final RowKeys keys = new RowKeys();
    private final Longs numbers = new Longs();
    private final IntToLongFunction households;
    private final RowRanges ranges;
    private final Assignment assignment;
    private final Linkage linkage;

    /** Gathers the rows and begins the assignment. */
    <R extends Serializable> Neighbourhood(
            Inbox inbox, Numbering numbering, RowKind<R> kind, Judge judge, Assignment.Shape shape) {
        Longs packed = new Longs();
        RowForm<R> form = kind.form();
        R rows = form.none();
        inbox.read(0, mail -> {
            if (mail.getInt() == CANDIDATE) {
                packed.add(mail.getLong());
                packed.add(mail.getLong());
                return;
            }
            numbers.add(mail.getInt());
            form.read(mail, rows);
            keys.add(0, mail.getBytes());
        });
        households = row -> kind.household(rows, row);
        int left = left(numbering.ranges());
        ranges = new RowRanges(left, left, numbers.size() - left);
        Comparison comparison = kind.comparison(rows);
        Candidates candidates = inOrder(packed.array());
        assignment = new Assignment(ranges, candidates, judge, comparison, shape);
        ReadList read = new ReadList(Path.of("rows"), keys, numbers.size(), List.of());
        linkage = new Linkage(
                read,
                read,
                ranges,
                comparison,
                judge,
                candidates,
                assignment,
                Map.of(),
                0,
                new StageClock(Progress.SILENT));
    }

    /** Rows come in the order of their numbers, the left ones first; answers how many these are. */
    private int left(RowRanges all) {
        int left = 0;
        while (left < numbers.size() && !all.isRight((int) numbers.get(left))) {
            left++;
        }
        return left;
    }

    private Candidates inOrder(long[] packed) {
        Places places = new Places(numbers.array());
        Candidates candidates = new Candidates();
        for (int i : Candidate.inOrder(packed, packed.length / Candidate.WORDS)) {
            long pair = packed[i * Candidate.WORDS];
            candidates.add(
                    places.of(Candidate.low(pair)),
                    places.of(Candidate.high(pair)),
                    Candidate.pattern(packed[i * Candidate.WORDS + 1]));
        }
        return candidates;
    }

    /** Places of numbers in a rising list, found by looking only among those that share the upper bits. */
    private static final class Places {
        private static final int LOWER_BITS = 8;
        private final long[] known;
        private final int[] start;

        Places(long[] known) {
            this.known = known;
            int last = known.length == 0 ? 0 : (int) known[known.length - 1];
            start = new int[(last >>> LOWER_BITS) + 2];
            for (long number : known) {
                start[((int) number >>> LOWER_BITS) + 1]++;
            }
            for (int i = 1; i < start.length; i++) {
                start[i] += start[i - 1];
            }
        }

        int of(int number) {
            int upper = number >>> LOWER_BITS;
            return Arrays.binarySearch(known, start[upper], start[upper + 1], number);
        }
    }

    /** The number among all rows of a row here. */
    int number(int row) {
        return (int) numbers.get(row);
    }

    /** The key of a row here. */
    byte[] key(int row) {
        return Arrays.copyOfRange(keys.bytes(), keys.start(row), keys.end(row));
    }

    Linkage linkage() {
        return linkage;
    }

    /** What the whole must know before the assignment can end. */
    Begun begun() {
        Longs partners = new Longs();
        HouseholdSupport.forEachPartner(households, ranges, assignment, (leftHousehold, rightHousehold) -> {
            partners.add(leftHousehold);
            partners.add(rightHousehold);
        });
        Longs asked = new Longs();
        Candidates candidates = linkage.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int a = candidates.a(i);
            int b = candidates.b(i);
            long household = ranges.isRight(a) ? 0 : households.applyAsLong(a);
            if (household != 0 && ranges.isRight(b) && assignment.free(a) && assignment.free(b)) {
                asked.add(household);
            }
        }
        return new Begun(
                ranges.left(),
                assignment.freeLeft(),
                ranges.right(),
                assignment.freeRight(),
                partners.array(),
                asked.distinct().array());
    }

    /** Ends the assignment. */
    void finish(double bonus, Inbox went) {
        Map<Long, Long> rightHousehold = new HashMap<>();
        went.read(0, mail -> rightHousehold.put(mail.getLong(), mail.getLong()));
        if (ranges.right() > 0) {
            assignment.finish(bonus, HouseholdSupport.knowing(households, rightHousehold));
        }
    }
}
