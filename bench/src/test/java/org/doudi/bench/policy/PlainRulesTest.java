package org.doudi.bench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.TopUpKind;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;

class PlainRulesTest {
    private final ParameterPack pack = ParameterPack.load();

    @Test
    void BEN10_the_rules_written_a_second_time_answer_the_same_for_every_random_household() {
        for (Household household : RandomHouseholds.many(60_000, 1)) {
            PlainParameters values = new PlainParameters(household.village(), household.assessedOn());
            Assessment ours = Assessor.assess(household, pack.at(household), Trace.OFF);
            PlainResult plain = PlainRules.assess(new PlainHousehold(household), values);
            assertThat(Digest.of(ours))
                    .as(() -> difference(household, ours, plain))
                    .isEqualTo(Digest.of(plain));
        }
    }

    @Test
    void BEN11_the_random_households_meet_every_outcome_top_up_and_gap() {
        Set<DibaoOutcome> dibao = EnumSet.noneOf(DibaoOutcome.class);
        Set<MedicalOutcome> medical = EnumSet.noneOf(MedicalOutcome.class);
        Set<TopUpKind> topUps = EnumSet.noneOf(TopUpKind.class);
        Set<Gap.Kind> gaps = EnumSet.noneOf(Gap.Kind.class);
        int rigid = 0;
        for (Household household : RandomHouseholds.many(20_000, 1)) {
            Assessment a = Assessor.assess(household, pack.at(household), Trace.OFF);
            dibao.add(a.dibao());
            medical.add(a.medical());
            a.gaps().forEach(gap -> gaps.add(gap.kind()));
            rigid += a.rigidSpendingFen() > 0 ? 1 : 0;
            for (int m = 0; m < household.size(); m++) {
                TopUpKind kind = a.topUp(m);
                if (kind != null) {
                    topUps.add(kind);
                }
            }
        }
        assertThat(dibao).containsExactlyInAnyOrder(DibaoOutcome.values());
        assertThat(medical).containsExactlyInAnyOrder(MedicalOutcome.values());
        assertThat(topUps).containsExactlyInAnyOrder(TopUpKind.values());
        assertThat(gaps).containsExactlyInAnyOrder(Gap.Kind.values());
        assertThat(rigid).isPositive();
    }

    private static String difference(Household h, Assessment a, PlainResult r) {
        return h + " " + h.members() + h.income() + h.spending() + h.assets() + h.guarantees() + h.rolls() + " counted "
                + a.countedFen() + "/" + r.counted + " cost " + a.employmentCostFen() + "/" + r.cost + " rigid "
                + a.rigidSpendingFen() + "/" + r.rigid + " left " + a.membersLeft() + "/" + r.left + " dibao "
                + a.dibao() + "/" + r.dibao
                + " base " + a.baseMonthlyFen() + "/" + r.base + " monthly " + a.monthlyFen() + "/" + r.monthly
                + " until "
                + a.until() + "/" + r.untilEpochDay + " register " + a.register() + a.registerIncomeFen() + "/"
                + r.register + " "
                + r.registerIncome + " medical " + a.medical() + "/" + r.medical + " gaps " + a.gaps() + "/" + r.gaps;
    }
}
