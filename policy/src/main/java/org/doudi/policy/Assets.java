package org.doudi.policy;

/**
 * What the household owns, as the economic check found it.
 *
 * @param financialFen deposits, securities and the like, in fen
 * @param houses number of houses
 * @param cars number of cars
 * @param machines number of large farm machines
 * @param business whether a registered business belongs to the household
 */
public record Assets(long financialFen, int houses, int cars, int machines, boolean business) {
    /** One house and nothing else: what is assumed where nothing is said. */
    public static final Assets NONE = new Assets(0, 1, 0, 0, false);

    /** Checks that nothing is negative. */
    public Assets {
        if (financialFen < 0 || houses < 0 || cars < 0 || machines < 0) {
            throw new IllegalArgumentException("assets are never negative");
        }
    }
}
