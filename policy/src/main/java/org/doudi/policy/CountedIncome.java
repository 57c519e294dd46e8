package org.doudi.policy;

/** Rule B: which income counts for dibao (clauses 2.2-3 and 2.2-5), and which for the register (rule H). */
final class CountedIncome {
    private CountedIncome() {}

    /** Whether dibao counts an item on the day. */
    static boolean dibaoCounts(IncomeItem item, Parameters p) {
        IncomeItem.Counting counting = item.counting();
        return counting == IncomeItem.Counting.BOTH
                || (counting == IncomeItem.Counting.BY_DATE && !p.basicPensionExcluded);
    }

    /** Whether the register counts an item on the day: what dibao counts, and money from programmes. */
    static boolean registerCounts(IncomeItem item, Parameters p) {
        return item.counting() == IncomeItem.Counting.REGISTER_ONLY || dibaoCounts(item, p);
    }

    /** What dibao counts of each member, tekun or not. */
    static long[] ofEachMember(Household h, Parameters p, Trace t) {
        long[] own = new long[h.size()];
        for (int i = 0; i < h.incomeEntries(); i++) {
            IncomeItem item = h.incomeItem(i);
            int m = h.incomeMember(i);
            boolean counts = dibaoCounts(item, p);
            Rule rule = item == IncomeItem.BASIC_PENSION ? Rule.BASIC_PENSION_ENTRY : Rule.INCOME_ENTRY;
            long fen = t.is(rule, m, h.incomeFen(i), item.ordinal(), counts ? 1 : 0);
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
            IncomeItem item = h.incomeItem(i);
            int m = h.incomeMember(i);
            boolean counts = registerCounts(item, p);
            long fen = t.is(Rule.REGISTER_ENTRY, m, h.incomeFen(i), item.ordinal(), counts ? 1 : 0);
            if (counts) {
                sum = Math.addExact(sum, fen);
            }
        }
        return sum;
    }
}
