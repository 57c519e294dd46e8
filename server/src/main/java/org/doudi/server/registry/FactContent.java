package org.doudi.server.registry;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.policy.SpendingItem;

/** What a fact says. */
public sealed interface FactContent {
    /** Which piece of the household's record it is. */
    FactKind kind();

    /** One person; day of birth, number and rolls come from elsewhere and are not looked at. */
    record Person(Member member) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.MEMBER;
        }
    }

    /** One income entry of a member, by the number inside the household. */
    record IncomeLine(String memberNumber, IncomeItem item, long fen) {}

    /** All income of the household. */
    record Income(List<IncomeLine> lines) implements FactContent {
        /** What is known, with another amount of one item of one member; 0 takes it away. */
        public static Income with(Household now, int member, IncomeItem item, long fen) {
            List<IncomeLine> lines = new ArrayList<>();
            now.income().stream()
                    .filter(e -> e.member() != member || e.item() != item)
                    .forEach(e -> lines.add(new IncomeLine(now.memberId(e.member()), e.item(), e.fen())));
            if (fen > 0) {
                lines.add(new IncomeLine(now.memberId(member), item, fen));
            }
            return new Income(lines);
        }

        public Income {
            lines = List.copyOf(lines);
        }

        @Override
        public FactKind kind() {
            return FactKind.INCOME;
        }
    }

    /** One spending entry of a member, by the number inside the household. */
    record SpendingLine(String memberNumber, SpendingItem item, long fen) {}

    /** All spending of the household. */
    record Spending(List<SpendingLine> lines) implements FactContent {
        /** What is known, with another amount of one item of one member; 0 takes it away. */
        public static Spending with(Household now, int member, SpendingItem item, long fen) {
            List<SpendingLine> lines = new ArrayList<>();
            now.spending().stream()
                    .filter(e -> e.member() != member || e.item() != item)
                    .forEach(e -> lines.add(new SpendingLine(now.memberId(e.member()), e.item(), e.fen())));
            if (fen > 0) {
                lines.add(new SpendingLine(now.memberId(member), item, fen));
            }
            return new Spending(lines);
        }

        public Spending {
            lines = List.copyOf(lines);
        }

        @Override
        public FactKind kind() {
            return FactKind.SPENDING;
        }
    }

    /** What the household owns. */
    record Owned(Assets assets) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.ASSETS;
        }
    }

    /** What is guaranteed. */
    record Guaranteed(Guarantees guarantees) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.GUARANTEES;
        }
    }

    /** Whether the household agrees to the economic check. */
    record Agreed(Consent consent) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.CONSENT;
        }
    }
}
