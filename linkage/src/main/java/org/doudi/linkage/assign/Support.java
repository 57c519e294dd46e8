package org.doudi.linkage.assign;

/** What speaks for or against a pair outside its two rows, once most rows have a partner. */
@FunctionalInterface
public interface Support {
    /** Nothing does. */
    Support NONE = (left, right) -> 0;

    /** Bits to add to the weight of a pair of a left and a right row. */
    double bits(int left, int right);

    /** Gives the support, knowing who has a partner so far. */
    @FunctionalInterface
    interface Source {
        /** No support in any case. */
        Source NOTHING = soFar -> NONE;

        /** The support after the first round. */
        Support after(Assignment soFar);
    }
}
