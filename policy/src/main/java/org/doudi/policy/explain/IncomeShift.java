package org.doudi.policy.explain;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.SpendingEntry;
import org.doudi.policy.SpendingItem;

/** Households that differ in an amount alone. */
final class IncomeShift {
    private IncomeShift() {}

    /** Whose count of income is meant. */
    enum Basis {
        /** Dibao's, without tekun members. */
        DIBAO,
        /** The register's, with everybody. */
        REGISTER
    }

    /** The household with more income from farming for its first member who is not tekun. */
    static Household higher(Household h, Assessment now, long fen) {
        int who = 0;
        while (who < h.size() - 1 && now.tekun(who)) {
            who++;
        }
        return h.toBuilder()
                .income(new IncomeEntry(who, IncomeItem.FARMING, fen))
                .build();
    }

    /** The household with less counted income, taken from wages last, because they carry employment cost. */
    static Household lower(Household h, Assessment now, long fen, Basis basis) {
        HouseholdBuilder builder = h.toBuilder();
        long rest = fen;
        for (int i : counted(h, now, basis)) {
            IncomeEntry entry = h.incomeEntry(i);
            long less = Math.min(rest, entry.fen());
            builder.income(i, new IncomeEntry(entry.member(), entry.item(), entry.fen() - less));
            rest -= less;
        }
        return builder.build();
    }

    /** What counts in all. */
    static long total(Household h, Assessment now, Basis basis) {
        long total = 0;
        for (int i : counted(h, now, basis)) {
            total = Math.addExact(total, h.incomeEntry(i).fen());
        }
        return total;
    }

    private static List<Integer> counted(Household h, Assessment now, Basis basis) {
        List<Integer> others = new ArrayList<>();
        List<Integer> wages = new ArrayList<>();
        for (int i = 0; i < h.incomeEntries(); i++) {
            IncomeEntry entry = h.incomeEntry(i);
            boolean counts = switch (basis) {
                case DIBAO -> now.parameters().dibaoCounts(entry.item()) && !now.tekun(entry.member());
                case REGISTER -> now.parameters().registerCounts(entry.item());
            };
            if (counts) {
                (entry.item() == IncomeItem.WAGE ? wages : others).add(i);
            }
        }
        others.addAll(wages);
        return others;
    }

    /** The household with more self-paid medical cost. */
    static Household moreMedicalCost(Household h, long fen) {
        return h.toBuilder()
                .spending(new SpendingEntry(0, SpendingItem.MEDICAL_SELF_PAID, fen))
                .build();
    }
}
