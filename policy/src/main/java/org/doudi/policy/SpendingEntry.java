package org.doudi.policy;

/**
 * Money that was spent on a member in the year looked at.
 *
 * @param member the member's place in {@link Household#members()}, from 0
 * @param item the kind of spending
 * @param fen the amount in fen, not negative
 */
public record SpendingEntry(int member, SpendingItem item, long fen) {}
