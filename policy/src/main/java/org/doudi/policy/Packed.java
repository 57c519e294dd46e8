package org.doudi.policy;

/** The members and entries of a household in one array, which is how {@link Household} keeps them. */
final class Packed {
    private Packed() {}

    /** One number a member, birth above facts; then the income entries, then the spending entries, each a code and an amount. */
    static long[] of(HouseholdBuilder from) {
        int entries = from.income.size() + from.spending.size();
        long[] data = new long[from.members.size() + 2 * entries];
        int at = 0;
        for (Member member : from.members) {
            data[at++] = (long) MemberFacts.birth(member.birthDate()) << Integer.SIZE | MemberFacts.of(member);
        }
        for (IncomeEntry entry : from.income) {
            data[at++] = (long) entry.member() << Byte.SIZE | entry.item().ordinal();
            data[at++] = entry.fen();
        }
        for (SpendingEntry entry : from.spending) {
            data[at++] = (long) entry.member() << Byte.SIZE | entry.item().ordinal();
            data[at++] = entry.fen();
        }
        return data;
    }
}
