package org.doudi.linkage.person;

import java.util.HashMap;
import java.util.Map;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.assign.Support;
import org.doudi.linkage.block.RowRanges;

/**
 * The rows of one household support each other: where the other members of a left household have their partners in one right household,
 * a doubtful pair of these two households is likelier, and a pair that leaves them is less likely.
 */
final class HouseholdSupport implements Support.Source {
    private static final double TOGETHER = 8;
    private static final double APART = -3;

    private final PersonRows rows;
    private final RowRanges ranges;

    HouseholdSupport(PersonRows rows, RowRanges ranges) {
        this.rows = rows;
        this.ranges = ranges;
    }

    @Override
    public Support after(Assignment soFar) {
        Map<Long, Long> rightHousehold = new HashMap<>();
        for (int row = 0; row < ranges.left(); row++) {
            int partner = soFar.rightOf(row);
            long left = rows.word(row, 6);
            if (partner >= 0 && left != 0) {
                long right = rows.word(partner, 6);
                Long known = rightHousehold.putIfAbsent(left, right);
                if (known != null && known != right) {
                    // the members went to different households: no support from this one
                    rightHousehold.put(left, 0L);
                }
            }
        }
        if (rightHousehold.isEmpty()) {
            return Support.NONE;
        }
        return (left, right) -> {
            long mine = rows.word(left, 6);
            long theirs = rows.word(right, 6);
            long expected = mine == 0 ? 0 : rightHousehold.getOrDefault(mine, 0L);
            if (expected == 0 || theirs == 0) {
                return 0;
            }
            return expected == theirs ? TOGETHER : APART;
        };
    }
}
