package org.doudi.bench.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;
import org.jspecify.annotations.Nullable;

/** The facts of one household as the rule engine takes them, and what its rules add. Public because compiled rules read them. */
public final class DroolsFacts {
    private DroolsFacts() {}

    public record Home(
            boolean consent,
            int size,
            long financial,
            int houses,
            int cars,
            int machines,
            boolean business,
            boolean guaranteed,
            boolean onDibao,
            long rollMonthly,
            String registerState,
            @Nullable LocalDate liftedOn,
            boolean throughProgramme,
            LocalDate assessedOn) {}

    public record Person(
            int place,
            int age,
            String labour,
            String supporter,
            String category,
            int level,
            boolean bedridden,
            boolean ill,
            boolean preferential,
            int months,
            String mode) {}

    public record Entry(int person, String kind, long fen) {}

    public record Spent(int person, String kind, long fen) {}

    public record Cap(String kind, long fen, int rate) {}

    public record Broken() {}

    public record Own(int person, long fen) {}

    public record Tekun(int person) {}

    public record Cost(int person, long fen) {}

    public record Rigid(int person, long fen) {}

    public record Net(int left, long fen) {}

    public record Eligible() {}

    public record TopUp(int person, long fen) {}

    /** The values in force. */
    public record Law(
            long standard,
            long line,
            int exitMonths,
            int bedriddenMonths,
            long elderlyTopUp,
            long minorTopUp,
            long disabledTopUp,
            long illTopUp,
            long preferentialTopUp,
            Set<String> countedItems,
            Set<String> registeredItems) {

        static Law of(PlainParameters p) {
            Set<String> counted = new TreeSet<>();
            Set<String> registered = new TreeSet<>();
            for (IncomeItem item : IncomeItem.values()) {
                int counting = PlainRules.counting(item.ordinal(), p.pensionExcluded);
                if (counting == 2) {
                    counted.add(item.name());
                }
                if (counting >= 1) {
                    registered.add(item.name());
                }
            }
            return new Law(
                    p.standard,
                    p.line,
                    p.exitMonths,
                    p.bedriddenMonths,
                    p.elderlyTopUp,
                    p.minorTopUp,
                    p.disabledTopUp,
                    p.illTopUp,
                    p.preferentialTopUp,
                    Set.copyOf(counted),
                    Set.copyOf(registered));
        }

        public boolean counted(String kind) {
            return countedItems.contains(kind);
        }

        public boolean registered(String kind) {
            return registeredItems.contains(kind);
        }

        public long workCost(String mode) {
            return mode.equals("TOWNSHIP") ? 100_00 : mode.equals("COUNTY") ? 150_00 : 200_00;
        }
    }

    /** What the rules decided. */
    public static final class Answer {
        private int left;
        private long net;
        private int dibao = 2;
        private long base;
        private long monthly;
        private int register = -1;

        public void net(int membersLeft, long fen) {
            left = membersLeft;
            net = fen;
        }

        public void refused() {
            dibao = 3;
        }

        public void eligible(long yearly) {
            dibao = 0;
            base = PlainParameters.wholeYuan(yearly, 12);
            monthly += base;
        }

        public void gradualExit(long roll) {
            dibao = 1;
            base = roll;
            monthly += roll;
        }

        public void topUp(long fen) {
            monthly += fen;
        }

        public void register(boolean poor) {
            register = poor ? 0 : 1;
        }

        long digest() {
            return Digest.core(net, left, dibao, base, monthly, register);
        }
    }

    /** Everything that is put into the session of a household. */
    static List<Object> of(Household h, PlainParameters p) {
        List<Object> facts = new ArrayList<>();
        facts.add(Law.of(p));
        Rolls.DibaoEntry dibao = h.rolls().dibao();
        Rolls.RegisterEntry register = h.rolls().register();
        facts.add(new Home(
                h.consent() == Consent.GIVEN,
                h.size(),
                h.assets().financialFen(),
                h.assets().houses(),
                h.assets().cars(),
                h.assets().machines(),
                h.assets().business(),
                h.guarantees().complete(),
                dibao != null,
                dibao == null ? 0 : dibao.monthlyFen(),
                register == null ? "ABSENT" : register.state().name(),
                register == null ? null : register.liftedOn(),
                register != null && register.throughProgramme(),
                h.assessedOn()));
        for (int m = 0; m < h.size(); m++) {
            facts.add(person(h, m));
        }
        for (IncomeEntry entry : h.income()) {
            facts.add(new Entry(entry.member(), entry.item().name(), entry.fen()));
        }
        for (SpendingEntry entry : h.spending()) {
            facts.add(new Spent(entry.member(), entry.item().name(), entry.fen()));
        }
        if (p.rigid) {
            facts.add(new Cap("MEDICAL_SELF_PAID", p.cap[0], p.rate[0]));
            facts.add(new Cap("DISABILITY_CARE", p.cap[1], p.rate[1]));
            facts.add(new Cap("REHABILITATION", p.cap[2], p.rate[2]));
        }
        return facts;
    }

    private static Person person(Household h, int place) {
        Member member = h.member(place);
        Disability disability = member.disability();
        Job job = member.job();
        return new Person(
                place,
                member.ageOn(h.assessedOn()),
                member.labour().name(),
                member.supporter().name(),
                disability == null ? "" : disability.category().name(),
                disability == null ? 9 : disability.level(),
                member.is(Trait.BEDRIDDEN),
                member.is(Trait.SERIOUSLY_ILL),
                member.is(Trait.PREFERENTIAL),
                job == null ? 0 : job.months(),
                job == null ? "" : job.mode().name());
    }
}
