package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.policy.SpendingItem;
import org.jspecify.annotations.Nullable;

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

    /**
     * One person's medical insurance.
     *
     * @param resident in the insurance of residents
     * @param employee in the insurance of employees
     * @param illness in the insurance against the cost of serious illness
     */
    record Insured(boolean resident, boolean employee, boolean illness) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.INSURANCE;
        }
    }

    /**
     * One person's schooling.
     *
     * @param education what was finished; null if it is not known
     * @param stage what is attended now; null for none
     * @param absence why no school is attended; null where nothing is said
     */
    record Schooling(
            @Nullable Education education,
            @Nullable SchoolStage stage,
            @Nullable Absence absence) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.SCHOOLING;
        }
    }

    /**
     * The land that the household works.
     *
     * @param arable hundredths of a mu
     * @param forest hundredths of a mu
     */
    record Land(long arable, long forest) implements FactContent {
        @Override
        public FactKind kind() {
            return FactKind.LAND;
        }
    }

    /**
     * What a disaster took.
     *
     * @param on the day that it came
     * @param lossFen what nobody replaces
     */
    record Disaster(LocalDate on, DisasterKind what, long lossFen) {}

    /** The disasters of a household. */
    record Disasters(List<Disaster> all) implements FactContent {
        /** No disaster. */
        public static final Disasters NONE = new Disasters(List.of());

        public Disasters {
            all = List.copyOf(all);
        }

        /** These, with another loss by the same on the same day; 0 takes it away. */
        public Disasters with(Disaster disaster) {
            List<Disaster> others = new ArrayList<>();
            all.stream()
                    .filter(d -> d.what() != disaster.what() || !d.on().equals(disaster.on()))
                    .forEach(others::add);
            if (disaster.lossFen() > 0) {
                others.add(disaster);
            }
            return new Disasters(others);
        }

        /** What those of the last year took. */
        public long lossFen(LocalDate day) {
            return all.stream()
                    .filter(d -> !d.on().isAfter(day) && d.on().isAfter(day.minusYears(1)))
                    .mapToLong(Disaster::lossFen)
                    .sum();
        }

        @Override
        public FactKind kind() {
            return FactKind.DISASTER;
        }
    }
}
