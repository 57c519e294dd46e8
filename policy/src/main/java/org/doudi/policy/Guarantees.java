package org.doudi.policy;

/**
 * Whether the household has what the programme guarantees: food, clothing, and schooling, medical care and housing.
 *
 * @param food enough to eat
 * @param clothing enough to wear
 * @param education compulsory schooling
 * @param medical basic medical care
 * @param housing a safe dwelling
 */
public record Guarantees(boolean food, boolean clothing, boolean education, boolean medical, boolean housing) {
    /** Everything is guaranteed: what is assumed where nothing is said. */
    public static final Guarantees ALL = new Guarantees(true, true, true, true, true);

    /** Whether nothing is lacking. */
    public boolean complete() {
        return food && clothing && education && medical && housing;
    }

    /** The lacking ones as bits, food first, for the trace. */
    int lacking() {
        return (food ? 0 : 1) | (clothing ? 0 : 2) | (education ? 0 : 4) | (medical ? 0 : 8) | (housing ? 0 : 16);
    }
}
