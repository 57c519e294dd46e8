package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.Json;
import org.doudi.policy.json.Line;

class InvariantsTest {
    @Property(tries = 3000)
    void ALL3_a_traced_answer_equals_an_untraced_one(@ForAll long seed) {
        Household h = new RandomHouseholds(seed).next();
        Parameters p = Facts.PACK.at(h);
        Trace trace = Trace.on();
        Assessment traced = Assessor.assess(h, p, trace);
        assertThat(traced).usingRecursiveComparison().isEqualTo(Assessor.assess(h, p, Trace.OFF));
        assertThat(trace.steps()).isNotEmpty();
    }

    @Property(tries = 2000)
    void ALL4_monthly_amounts_are_whole_yuan_where_they_are_computed(@ForAll long seed) {
        Assessment a = assess(new RandomHouseholds(seed).next());
        if (a.dibao() == DibaoOutcome.ELIGIBLE) {
            assertThat(a.monthlyFen() % 100).isZero();
            assertThat(a.baseMonthlyFen()).isPositive();
        }
    }

    @Property(tries = 2000)
    void ALL5_more_income_from_farming_never_raises_the_base_and_never_makes_poor(
            @ForAll long seed, @ForAll @LongRange(min = 1, max = 500_000) long fen) {
        Household h = new RandomHouseholds(seed).next();
        Assessment before = assess(h);
        int who = -1;
        for (int m = 0; m < h.size(); m++) {
            who = before.tekun(m) ? who : m;
        }
        if (who < 0) {
            return;
        }
        Household richer = h.toBuilder()
                .income(new IncomeEntry(who, IncomeItem.FARMING, fen))
                .build();
        Assessment after = assess(richer);
        if (before.dibao() == DibaoOutcome.ELIGIBLE && after.dibao() == DibaoOutcome.ELIGIBLE) {
            assertThat(after.baseMonthlyFen()).isLessThanOrEqualTo(before.baseMonthlyFen());
        }
        if (before.dibao() != DibaoOutcome.ELIGIBLE) {
            assertThat(after.dibao()).isNotEqualTo(DibaoOutcome.ELIGIBLE);
        }
        if (before.register() == RegisterOutcome.NOT_POOR) {
            assertThat(after.register()).isEqualTo(RegisterOutcome.NOT_POOR);
        }
    }

    @Property(tries = 2000)
    void ALL6_the_order_of_members_changes_nothing_but_the_order(@ForAll long seed) {
        Household h = new RandomHouseholds(seed).next();
        int n = h.size();
        HouseholdBuilder turned = Household.builder(h.householdId(), h.village(), h.assessedOn(), h.consent())
                .assets(h.assets())
                .guarantees(h.guarantees())
                .rolls(h.rolls());
        for (int m = n - 1; m >= 0; m--) {
            turned.member(h.member(m));
        }
        h.income().forEach(e -> turned.income(new IncomeEntry(n - 1 - e.member(), e.item(), e.fen())));
        h.spending().forEach(e -> turned.spending(new SpendingEntry(n - 1 - e.member(), e.item(), e.fen())));
        Assessment a = assess(h);
        Assessment b = assess(turned.build());
        assertThat(b.dibao()).isEqualTo(a.dibao());
        assertThat(b.monthlyFen()).isEqualTo(a.monthlyFen());
        assertThat(b.register()).isEqualTo(a.register());
        assertThat(b.medical()).isEqualTo(a.medical());
        assertThat(b.gaps()).isEqualTo(a.gaps());
        for (int m = 0; m < n; m++) {
            assertThat(b.tekun(n - 1 - m)).isEqualTo(a.tekun(m));
        }
    }

    @Property(tries = 1000)
    void ALL7_a_household_written_and_read_is_the_same(@ForAll long seed) {
        Household h = new RandomHouseholds(seed).next();
        Line line = new HouseholdReader().read(Json.write(h));
        assertThat(line).isEqualTo(new Line.Accepted(h));
    }

    @Property(tries = 500)
    void ALL8_the_same_lines_get_the_same_bytes_again(@ForAll long seed) {
        RandomHouseholds random = new RandomHouseholds(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            lines.add(Json.write(random.next()));
        }
        assertThat(Json.answers(String.join("\n", lines))).isEqualTo(Json.answers(String.join("\n", lines)));
    }

    private static Assessment assess(Household h) {
        return Assessor.assess(h, Facts.PACK.at(h), Trace.OFF);
    }
}
