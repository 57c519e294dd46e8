package org.doudi.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.RowRanges;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Judge;
import org.doudi.linkage.score.Tier;
import org.doudi.linkage.score.Verdict;
import org.doudi.linkage.score.Weights;
import org.doudi.linkage.table.ReadList;
import org.jspecify.annotations.Nullable;

/**
 * Two lists linked, or one list cleared of duplicates, in memory. Rows bear the numbers of {@link RowRanges}: a left row its place in the
 * left list, a right row {@code rightBase} more than its place in the right list.
 *
 * @param left the left list, or the only one
 * @param right the right list; null when one list was cleared of duplicates
 * @param ranges the numbers of the rows
 * @param comparison sees what agrees between two rows
 * @param judge what that weighs and what it amounts to
 * @param candidates the pairs that shared a key and were not hopeless
 * @param assignment who is who
 * @param passes how many pairs each blocking pass brought that no earlier one had
 * @param cutRows how often a row met not all of its block because the block was too large
 * @param clock seconds by stage
 */
public record Linkage(
        ReadList left,
        @Nullable ReadList right,
        RowRanges ranges,
        Comparison comparison,
        Judge judge,
        Candidates candidates,
        Assignment assignment,
        Map<String, Long> passes,
        long cutRows,
        StageClock clock) {
    /** What agreement weighs. */
    public Weights weights() {
        return judge.weights();
    }

    /** Receives pairs of rows with the pattern between them. */
    @FunctionalInterface
    public interface PairVisitor {
        /** A left row and a right row (in {@link RowRanges} numbers); two rows of the one list when there is only one. */
        void pair(int left, int right, int pattern);
    }

    /** Every pair of rows taken for one person, by left row, then right row. */
    public void forEachMatch(PairVisitor visitor) {
        for (int row = 0; row < ranges.left(); row++) {
            forEachMatchOf(row, visitor);
        }
    }

    /** The pairs of one left row. */
    public void forEachMatchOf(int leftRow, PairVisitor visitor) {
        int first = assignment.rightOf(leftRow);
        if (ranges.right() == 0 || first < 0) {
            return;
        }
        int row = first;
        do {
            visitor.pair(leftRow, row, assignment.pattern(leftRow, row));
            row = assignment.clusters().next(row);
        } while (row != first);
    }

    /**
     * Every pair that a person must look at: what the rules leave to people, and what was as good as another partner. Pairs whose rows
     * both have a partner already are left out, unless they share an id number, which is then suspected to be borrowed. By left row, then
     * right row.
     */
    public void forEachReview(PairVisitor visitor) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int a = Math.min(candidates.a(i), candidates.b(i));
            int b = Math.max(candidates.a(i), candidates.b(i));
            if (!assignment.realised(i) && isReview(a, b, candidates.pattern(i))) {
                found.add(i);
            }
        }
        found.sort(Comparator.<Integer>comparingInt(i -> Math.min(candidates.a(i), candidates.b(i)))
                .thenComparingInt(i -> Math.max(candidates.a(i), candidates.b(i))));
        for (int i : found) {
            int a = Math.min(candidates.a(i), candidates.b(i));
            int b = Math.max(candidates.a(i), candidates.b(i));
            visitor.pair(a, b, candidates.pattern(i));
        }
    }

    /** Every pair across the lists that shares a key and is not hopeless, of the left rows that have no partner; in no order. */
    public void forEachNear(PairVisitor visitor) {
        for (int i = 0; i < candidates.size(); i++) {
            int left = Math.min(candidates.a(i), candidates.b(i));
            int right = Math.max(candidates.a(i), candidates.b(i));
            boolean across = !ranges.isRight(left) && ranges.isRight(right);
            if (across && !assignment.matched(left)) {
                visitor.pair(left, right, candidates.pattern(i));
            }
        }
    }

    private boolean isReview(int a, int b, int pattern) {
        boolean across = ranges.isRight(a) != ranges.isRight(b);
        if (across != (ranges.right() > 0) || judge.verdict(pattern) == Verdict.NONE) {
            return false;
        }
        if (!across) {
            return assignment.clusters().of(a) != assignment.clusters().of(b);
        }
        if (assignment.matched(a)
                && assignment.rightOf(a) == assignment.clusters().of(b)) {
            return false;
        }
        boolean bothSettled = assignment.matched(a) && assignment.matched(b);
        return !bothSettled || judge.tier(pattern) == Tier.EXACT;
    }
}
