package org.doudi.cluster.link;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Progress;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.person.HouseholdSupport;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.person.PersonRules;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Weights;
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

    private final PersonRows left = new PersonRows();
    private final PersonRows right = new PersonRows();
    private final RowKeys leftKeys = new RowKeys();
    private final RowKeys rightKeys = new RowKeys();
    private final Longs numbers = new Longs();
    private final PersonRows rows;
    private final RowRanges ranges;
    private final Assignment assignment;
    private final Linkage linkage;

    /** Gathers the rows and begins the assignment. */
    Neighbourhood(Inbox inbox, Numbering numbering, Weights weights, Assignment.Shape shape) {
        Longs packed = new Longs();
        RowRanges all = numbering.ranges();
        inbox.read(0, mail -> {
            if (mail.getInt() == CANDIDATE) {
                packed.add(mail.getLong());
                packed.add(mail.getLong());
                return;
            }
            int number = mail.getInt();
            boolean isRight = all.isRight(number);
            RowMail.read(mail, isRight ? right : left);
            (isRight ? rightKeys : leftKeys).add(0, mail.getBytes());
            numbers.add(number);
        });
        rows = PersonRows.joined(left, right);
        ranges = new RowRanges(left.size(), PersonRows.rightBase(left), right.size());
        PersonComparison comparison = new PersonComparison(rows);
        Judge judge = new Judge(weights, new PersonRules());
        Candidates candidates = inOrder(packed.array());
        assignment = new Assignment(ranges, candidates, judge, comparison, shape);
        linkage = new Linkage(
                new ReadList(Path.of("left"), leftKeys, left.size(), List.of()),
                new ReadList(Path.of("right"), rightKeys, right.size(), List.of()),
                ranges,
                comparison,
                judge,
                candidates,
                assignment,
                Map.of(),
                0,
                new StageClock(Progress.SILENT));
    }

    private Candidates inOrder(long[] packed) {
        long[] known = numbers.array();
        Candidates candidates = new Candidates();
        for (int i : Candidate.inOrder(packed, packed.length / Candidate.WORDS)) {
            long pair = packed[i * Candidate.WORDS];
            candidates.add(
                    place(known, Candidate.low(pair)),
                    place(known, Candidate.high(pair)),
                    Candidate.pattern(packed[i * Candidate.WORDS + 1]));
        }
        return candidates;
    }

    /** The row here that bears a number there. */
    private int place(long[] known, int number) {
        int place = Arrays.binarySearch(known, number);
        return place < left.size() ? place : place - left.size() + ranges.rightBase();
    }

    /** The number among all rows of a row here. */
    int number(int row) {
        return (int) numbers.get(ranges.isRight(row) ? row - ranges.rightBase() + left.size() : row);
    }

    /** The key of a row here. */
    byte[] key(int row) {
        boolean isRight = ranges.isRight(row);
        RowKeys keys = isRight ? rightKeys : leftKeys;
        int place = isRight ? row - ranges.rightBase() : row;
        return Arrays.copyOfRange(keys.bytes(), keys.start(place), keys.end(place));
    }

    Linkage linkage() {
        return linkage;
    }

    /** What the whole must know before the assignment can end. */
    Begun begun() {
        Longs partners = new Longs();
        HouseholdSupport.forEachPartner(rows, ranges, assignment, (leftHousehold, rightHousehold) -> {
            partners.add(leftHousehold);
            partners.add(rightHousehold);
        });
        Longs asked = new Longs();
        Candidates candidates = linkage.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int a = candidates.a(i);
            int b = candidates.b(i);
            long household = ranges.isRight(a) ? 0 : rows.word(a, PersonRows.HOUSEHOLD);
            if (household != 0 && ranges.isRight(b) && assignment.free(a) && assignment.free(b)) {
                asked.add(household);
            }
        }
        return new Begun(
                left.size(),
                assignment.freeLeft(),
                right.size(),
                assignment.freeRight(),
                partners.array(),
                asked.distinct().array());
    }

    /** Ends the assignment. */
    void finish(double bonus, Inbox households) {
        Map<Long, Long> rightHousehold = new HashMap<>();
        households.read(0, mail -> rightHousehold.put(mail.getLong(), mail.getLong()));
        if (ranges.right() > 0) {
            assignment.finish(bonus, HouseholdSupport.knowing(rows, rightHousehold));
        }
    }
}
