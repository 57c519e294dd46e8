package org.doudi.linkage.block;

/**
 * The numbers that rows bear when one list, or two, are handled as one: the left list from 0, the right list from {@code rightBase}.
 *
 * @param left number of left rows
 * @param rightBase number of the first right row, at least {@code left}
 * @param right number of right rows
 */
public record RowRanges(int left, int rightBase, int right) {
    /** A single list. */
    public static RowRanges single(int rows) {
        return new RowRanges(rows, rows, 0);
    }

    /** Rows in both lists. */
    public int total() {
        return left + right;
    }

    /** One more than the highest number. */
    public int end() {
        return right == 0 ? left : rightBase + right;
    }

    /** Whether a row belongs to the right list. */
    public boolean isRight(int row) {
        return row >= rightBase && right > 0;
    }

    /** Whether a number belongs to a row at all. */
    public boolean isRow(int number) {
        return number < left || (number >= rightBase && number < rightBase + right);
    }
}
