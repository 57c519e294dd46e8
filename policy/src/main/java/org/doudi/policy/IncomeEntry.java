package org.doudi.policy;

/**
 * Money that a member had in the year looked at.
 *
 * @param member the member's place in {@link Household#members()}, from 0
 * @param item the kind of income
 * @param fen the amount in fen, not negative
 */
public record IncomeEntry(int member, IncomeItem item, long fen) {}
