package org.doudi.policy;

/** Rule B: which income counts for dibao (clauses 2.2-3 and 2.2-5), and which for the register (rule H). */
final class CountedIncome {
    private static final int BASIC_PENSION = IncomeItem.BASIC_PENSION.ordinal();

    private CountedIncome() {}

    /** Whether dibao counts an item, by whether the basic pension is excluded on the day. */
    static boolean dibaoCounts(IncomeItem item, boolean pensionExcluded) {
        IncomeItem.Counting counting = item.counting();
        return counting == IncomeItem.Counting.BOTH || (counting == IncomeItem.Counting.BY_DATE && !pensionExcluded);
    }

    /** Whether the register counts an item: what dibao counts, and money from programmes. */
    static boolean registerCounts(IncomeItem item, boolean pensionExcluded) {
        return item.counting() == IncomeItem.Counting.REGISTER_ONLY || dibaoCounts(item, pensionExcluded);
    }

    /** What dibao counts of each member, tekun or not. */
    static long[] ofEachMember(Household h, Parameters p, Trace t) {
        long[] own = new long[h.size()];
        for (int i = 0; i < h.incomeEntries(); i++) {
            int item = h.incomeCode(i);
            int m = h.incomeMember(i);
            boolean counts = (p.dibaoItems & 1L << item) != 0;
            Rule rule = item == BASIC_PENSION ? Rule.BASIC_PENSION_ENTRY : Rule.INCOME_ENTRY;
            long fen = t.is(rule, m, h.incomeFen(i), item, counts ? 1 : 0);
            if (counts) {
                own[m] = Math.addExact(own[m], fen);
            }
        }
        return own;
    }

    /** What dibao counts of the household: tekun members are left out. */
    static long ofHousehold(long[] own, boolean[] tekun, Trace t) {
        long sum = 0;
        for (int m = 0; m < own.length; m++) {
            long fen = t.is(Rule.MEMBER_INCOME, m, own[m], tekun[m] ? 1 : 0);
            if (!tekun[m]) {
                sum = Math.addExact(sum, fen);
            }
        }
        return t.is(Rule.COUNTED_INCOME, Trace.HOUSEHOLD, sum);
    }

    /** What the register counts of all members. */
    static long forRegister(Household h, Parameters p, Trace t) {
        long sum = 0;
        for (int i = 0; i < h.incomeEntries(); i++) {
            int item = h.incomeCode(i);
            boolean counts = (p.registerItems & 1L << item) != 0;
            long fen = t.is(Rule.REGISTER_ENTRY, h.incomeMember(i), h.incomeFen(i), item, counts ? 1 : 0);
            if (counts) {
                sum = Math.addExact(sum, fen);
            }
        }
        return sum;
    }
}
