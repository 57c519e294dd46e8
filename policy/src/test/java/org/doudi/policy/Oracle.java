package org.doudi.policy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.policy.Member.Trait;
import org.jspecify.annotations.Nullable;

/**
 * The calculation once more, straight from its words: yuan as decimals, figures from its own tables, nothing shared with the rules. Used
 * to compare.
 */
final class Oracle {
    private static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<IncomeItem> BOTH = EnumSet.of(
            IncomeItem.WAGE,
            IncomeItem.FARMING,
            IncomeItem.TRADE,
            IncomeItem.INTEREST,
            IncomeItem.RENT,
            IncomeItem.LAND_TRANSFER,
            IncomeItem.DIVIDEND,
            IncomeItem.SUPPORT_RECEIVED,
            IncomeItem.PENSION,
            IncomeItem.UNEMPLOYMENT,
            IncomeItem.COMPENSATION,
            IncomeItem.GIFT,
            IncomeItem.FARM_SUBSIDY);

    final Household h;
    private final LocalDate day;
    private final BigDecimal standard;
    final List<Integer> everybody = new ArrayList<>();
    final List<Integer> left = new ArrayList<>();

    Oracle(Household household) {
        h = household;
        day = household.assessedOn();
        standard = yuan(
                !day.isBefore(LocalDate.of(2019, 7, 1))
                        ? 5000
                        : !day.isBefore(LocalDate.of(2018, 7, 1))
                                ? 4132
                                : !day.isBefore(LocalDate.of(2017, 7, 1)) ? 3843 : 3575);
        for (int m = 0; m < h.size(); m++) {
            everybody.add(m);
            if (!tekun(m)) {
                left.add(m);
            }
        }
    }

    int size() {
        return h.size();
    }

    static BigDecimal yuan(long whole) {
        return BigDecimal.valueOf(whole);
    }

    private static BigDecimal ofFen(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private int age(int m) {
        LocalDate born = h.member(m).birthDate();
        int age = day.getYear() - born.getYear();
        LocalDate birthday = born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !day.isLeapYear()
                ? LocalDate.of(day.getYear(), 3, 1)
                : born.withYear(day.getYear());
        return day.isBefore(birthday) ? age - 1 : age;
    }

    private boolean dibaoCounts(IncomeItem item) {
        boolean excluded = day.getYear() >= 2016 && day.getYear() <= 2020;
        return BOTH.contains(item) || (item == IncomeItem.BASIC_PENSION && !excluded);
    }

    private BigDecimal counted(List<Integer> members) {
        return h.income().stream()
                .filter(e -> members.contains(e.member()) && dibaoCounts(e.item()))
                .map(e -> ofFen(e.fen()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean tekun(int m) {
        Member member = h.member(m);
        boolean capacity = age(m) >= 60 || age(m) < 16 || member.labour() == Labour.NONE;
        if (member.disability() != null) {
            int level = member.disability().level();
            capacity |= switch (member.disability().category()) {
                case INTELLECTUAL, MENTAL -> level < 3;
                case LIMB -> level < 2;
                default -> false;
            };
        }
        boolean source = counted(List.of(m)).compareTo(standard) < 0 && !assetsBroken();
        return capacity && source && member.supporter() != Supporter.ABLE;
    }

    boolean assetsBroken() {
        BigDecimal limit = yuan(24).multiply(standard);
        BigDecimal perHead = ofFen(h.assets().financialFen()).multiply(TWELVE);
        return perHead.compareTo(limit.multiply(yuan(h.size()))) > 0
                || h.assets().houses() > 1
                || h.assets().cars() > 0
                || h.assets().machines() > 1
                || h.assets().business();
    }

    BigDecimal income() {
        return counted(left);
    }

    BigDecimal employmentCost(List<Integer> members) {
        if (h.rolls().dibao() == null && h.rolls().register() == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int m : members) {
            Job job = h.member(m).job();
            if (job != null) {
                BigDecimal wage = h.income().stream()
                        .filter(e -> e.member() == m && e.item() == IncomeItem.WAGE)
                        .map(e -> ofFen(e.fen()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                int month = job.mode() == JobMode.TOWNSHIP ? 100 : job.mode() == JobMode.COUNTY ? 150 : 200;
                sum = sum.add(wage.min(yuan((long) month * job.months())));
            }
        }
        return sum;
    }

    BigDecimal rigidSpending() {
        Set<String> pilots = Set.of("210921100", "210921132", "210922100", "210922103");
        BigDecimal sum = BigDecimal.ZERO;
        if (!pilots.contains(h.village().substring(0, 9)) || day.isBefore(LocalDate.of(2017, 6, 1))) {
            return sum;
        }
        for (int m : left) {
            sum = sum.add(rigid(m, SpendingItem.MEDICAL_SELF_PAID, 20000, 100));
            sum = sum.add(rigid(m, SpendingItem.DISABILITY_CARE, 6000, 100));
            sum = sum.add(rigid(m, SpendingItem.REHABILITATION, 6000, 80));
        }
        return sum;
    }

    private BigDecimal rigid(int m, SpendingItem item, int cap, int rate) {
        return spent(item, List.of(m)).min(yuan(cap)).multiply(yuan(rate)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    BigDecimal spent(SpendingItem item, List<Integer> members) {
        return h.spending().stream()
                .filter(e -> e.item() == item && members.contains(e.member()))
                .map(e -> ofFen(e.fen()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal net() {
        return income().subtract(employmentCost(left)).subtract(rigidSpending()).max(BigDecimal.ZERO);
    }

    @Nullable
    BigDecimal perCapita() {
        return left.isEmpty() ? null : net().divide(yuan(left.size()), 2, RoundingMode.HALF_UP);
    }

    @Nullable
    LocalDate gradualUntil() {
        Rolls.RegisterEntry entry = h.rolls().register();
        if (h.rolls().dibao() == null
                || entry == null
                || entry.liftedOn() == null
                || entry.state() != RegisterState.LIFTED
                || !entry.throughProgramme()
                || assetsBroken()) {
            return null;
        }
        boolean bedridden = h.members().stream().anyMatch(m -> m.is(Trait.BEDRIDDEN));
        int months = day.isBefore(LocalDate.of(2017, 3, 17)) ? 0 : bedridden ? 18 : 12;
        LocalDate month = entry.liftedOn().withDayOfMonth(1).plusMonths(months);
        LocalDate until = month.withDayOfMonth(Math.min(entry.liftedOn().getDayOfMonth(), month.lengthOfMonth()));
        return day.isBefore(until) ? until : null;
    }

    DibaoOutcome dibao() {
        if (h.consent() == Consent.REFUSED) {
            return DibaoOutcome.REFUSED;
        }
        boolean poor = !left.isEmpty() && net().compareTo(standard.multiply(yuan(left.size()))) < 0;
        if (poor && !assetsBroken()) {
            return DibaoOutcome.ELIGIBLE;
        }
        return gradualUntil() != null ? DibaoOutcome.GRADUAL_EXIT : DibaoOutcome.NOT_ELIGIBLE;
    }

    BigDecimal base() {
        return switch (dibao()) {
            case ELIGIBLE ->
                standard.multiply(yuan(left.size())).subtract(net()).divide(TWELVE, 0, RoundingMode.CEILING);
            case GRADUAL_EXIT -> {
                Rolls.DibaoEntry entry = h.rolls().dibao();
                yield entry == null ? BigDecimal.ZERO : ofFen(entry.monthlyFen());
            }
            case NOT_ELIGIBLE, REFUSED -> BigDecimal.ZERO;
        };
    }

    @Nullable
    TopUpKind topUp(int m) {
        if (dibao() != DibaoOutcome.ELIGIBLE || !left.contains(m)) {
            return null;
        }
        Member member = h.member(m);
        boolean severe = member.disability() != null && member.disability().level() <= 2;
        // 30 percent kinds beat 20 percent kinds; of equals the first in the order of the law
        if (severe) {
            return TopUpKind.SEVERELY_DISABLED;
        }
        if (member.is(Trait.SERIOUSLY_ILL)) {
            return TopUpKind.SERIOUSLY_ILL;
        }
        if (age(m) >= 70) {
            return TopUpKind.ELDERLY;
        }
        if (age(m) < 16) {
            return TopUpKind.MINOR;
        }
        return member.is(Trait.PREFERENTIAL) ? TopUpKind.PREFERENTIAL : null;
    }

    BigDecimal topUpAmount(int m) {
        TopUpKind kind = topUp(m);
        if (kind == null) {
            return BigDecimal.ZERO;
        }
        int percent = kind == TopUpKind.SEVERELY_DISABLED || kind == TopUpKind.SERIOUSLY_ILL ? 30 : 20;
        return standard.multiply(yuan(percent)).divide(yuan(1200), 0, RoundingMode.CEILING);
    }

    @Nullable
    RegisterOutcome register() {
        if (h.consent() == Consent.REFUSED) {
            return null;
        }
        BigDecimal income = h.income().stream()
                .filter(e -> dibaoCounts(e.item())
                        || e.item() == IncomeItem.DIBAO_PAYMENT
                        || e.item() == IncomeItem.TEKUN_PAYMENT)
                .map(e -> ofFen(e.fen()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(employmentCost(everybody))
                .max(BigDecimal.ZERO);
        long line = day.getYear() >= 2020 ? 4000 : day.getYear() == 2019 ? 3218 : day.getYear() == 2018 ? 2995 : 2952;
        Guarantees g = h.guarantees();
        boolean lacking = !(g.food() && g.clothing() && g.education() && g.medical() && g.housing());
        boolean poor = income.compareTo(yuan(line).multiply(yuan(h.size()))) < 0 || lacking;
        return poor ? RegisterOutcome.POOR : RegisterOutcome.NOT_POOR;
    }

    /** Fen of an amount that is whole in fen. */
    static long fen(BigDecimal yuan) {
        BigInteger fen = yuan.movePointRight(2).toBigIntegerExact();
        return fen.longValueExact();
    }
}
