package org.doudi.policy;

/** Rule D: unavoidable spending on disability and serious illness (clause 2.2-2), and net income. */
final class RigidSpending {
    private static final SpendingItem[] ITEMS = SpendingItem.values();

    private RigidSpending() {}

    /** Each item of each member who is not tekun, up to the cap, times the rate. */
    static long ofHousehold(Household h, boolean[] tekun, Parameters p, Trace t) {
        long sum = 0;
        if (p.rigidSpendingApplies && h.spendingEntries() > 0) {
            long[] spent = spent(h, tekun, p);
            for (int m = 0; m < h.size(); m++) {
                for (SpendingItem item : ITEMS) {
                    long fen = spent[m * ITEMS.length + item.ordinal()];
                    if (fen > 0) {
                        sum = Math.addExact(sum, ofItem(m, item, fen, p, t));
                    }
                }
            }
        }
        return t.is(Rule.RIGID_SPENDING, Trace.HOUSEHOLD, sum, p.rigidSpendingApplies ? 1 : 0);
    }

    /** What is spent on one item up to its cap, times the rate, half up to the fen. */
    static long ofItem(int m, SpendingItem item, long spent, Parameters p, Trace t) {
        long cap = p.rigidCap(item);
        long rate = p.rigidRate(item);
        long value = (Math.multiplyExact(Math.min(spent, cap), rate) + Parameters.WHOLE / 2) / Parameters.WHOLE;
        return t.is(Rule.RIGID_ITEM, m, value, item.ordinal(), spent, cap, rate);
    }

    private static long[] spent(Household h, boolean[] tekun, Parameters p) {
        long[] spent = new long[h.size() * ITEMS.length];
        for (int i = 0; i < h.spendingEntries(); i++) {
            int m = h.spendingMember(i);
            int item = h.spendingCode(i);
            if (!tekun[m] && p.isRigid(item)) {
                int at = m * ITEMS.length + item;
                spent[at] = Math.addExact(spent[at], h.spendingFen(i));
            }
        }
        return spent;
    }

    /** Counted income less employment cost and rigid spending, not below zero. */
    static long netIncome(long counted, long cost, long rigid, Trace t) {
        long net = Math.max(0, counted - Math.addExact(cost, rigid));
        return t.is(Rule.NET_INCOME, Trace.HOUSEHOLD, net, counted, cost, rigid);
    }
}
