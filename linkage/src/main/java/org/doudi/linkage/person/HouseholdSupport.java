package org.doudi.linkage.person;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.assign.Support;
import org.doudi.linkage.block.RowRanges;

/**
 * The rows of one household support each other: where the other members of a left household have their partners in one right household,
 * a doubtful pair of these two households is likelier, and a pair that leaves them is less likely.
 */
public final class HouseholdSupport implements Support.Source {
    private static final double TOGETHER = 8;
    private static final double APART = -3;

    private final IntToLongFunction households;
    private final RowRanges ranges;

    HouseholdSupport(PersonRows rows, RowRanges ranges) {
        this.households = row -> rows.word(row, PersonRows.HOUSEHOLD);
        this.ranges = ranges;
    }

    @Override
    public Support after(Assignment soFar) {
        Map<Long, Long> rightHousehold = new HashMap<>();
        forEachPartner(households, ranges, soFar, (left, right) -> together(rightHousehold, left, right));
        return knowing(households, rightHousehold);
    }

    /** Receives the household of a left row and that of its partner. */
    @FunctionalInterface
    public interface Partners {
        /** Keys of households; the right one is 0 where the partner has none. */
        void households(long left, long right);
    }

    /**
     * The households of the rows that have a partner so far.
     *
     * @param households the key of the household of each row, or 0
     */
    public static void forEachPartner(
            IntToLongFunction households, RowRanges ranges, Assignment soFar, Partners partners) {
        for (int row = 0; row < ranges.left(); row++) {
            int partner = soFar.rightOf(row);
            long left = households.applyAsLong(row);
            if (partner >= 0 && left != 0) {
                partners.households(left, households.applyAsLong(partner));
            }
        }
    }

    /** Notes where one more member of a left household went; 0 when members went to different households: no support from that one. */
    public static void together(Map<Long, Long> rightHousehold, long left, long right) {
        Long known = rightHousehold.putIfAbsent(left, right);
        if (known != null && known != right) {
            rightHousehold.put(left, 0L);
        }
    }

    /** The support when it is known to which right household the members of each left one went. */
    public static Support knowing(IntToLongFunction households, Map<Long, Long> rightHousehold) {
        if (rightHousehold.isEmpty()) {
            return Support.NONE;
        }
        return (left, right) -> {
            long mine = households.applyAsLong(left);
            long theirs = households.applyAsLong(right);
            long expected = mine == 0 ? 0 : rightHousehold.getOrDefault(mine, 0L);
            if (expected == 0 || theirs == 0) {
                return 0;
            }
            return expected == theirs ? TOGETHER : APART;
        };
    }
}
