package org.doudi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OracleTest {
    private static final int HOUSEHOLDS = 15_000;
    private static final ParameterPack PACK = ParameterPack.load();

    @ParameterizedTest
    @ValueSource(longs = {20170317, 20170701, 30, 122})
    void ALL1_random_households_get_what_the_words_of_the_calculation_give(long seed) {
        RandomHouseholds random = new RandomHouseholds(seed);
        for (int i = 0; i < HOUSEHOLDS; i++) {
            Household household = random.next();
            Assessment a = Assessor.assess(household, PACK.at(household), Trace.OFF);
            assertThat(answer(a)).as(() -> household + " of seed " + seed).isEqualTo(answer(new Oracle(household)));
        }
    }

    private static String answer(Assessment a) {
        StringBuilder out = new StringBuilder();
        out.append(List.of(a.countedFen(), a.employmentCostFen(), a.rigidSpendingFen(), a.membersLeft(), a.netFen()));
        out.append(a.perCapitaFen())
                .append(a.dibao())
                .append(a.baseMonthlyFen())
                .append(a.until());
        out.append(a.register()).append(a.medical());
        long monthly = a.baseMonthlyFen();
        for (int m = 0; m < a.household().size(); m++) {
            out.append(a.tekun(m)).append(a.topUp(m)).append(a.topUpFen(m)).append(a.premiumSubsidy(m));
            out.append(a.livingAllowanceFen(m))
                    .append('/')
                    .append(a.careAllowanceFen(m))
                    .append(' ');
            monthly += a.topUpFen(m);
        }
        assertThat(a.monthlyFen()).isEqualTo(monthly);
        return out.append(a.gaps().stream().map(Gap::code).toList()).toString();
    }

    private static String answer(Oracle o) {
        OracleBenefits benefits = new OracleBenefits(o);
        StringBuilder out = new StringBuilder();
        out.append(List.of(
                Oracle.fen(o.income()),
                Oracle.fen(o.employmentCost(o.left)),
                Oracle.fen(o.rigidSpending()),
                o.left.size(),
                Oracle.fen(o.net())));
        @Nullable BigDecimal perCapita = o.perCapita();
        out.append(perCapita == null ? null : (Object) Oracle.fen(perCapita));
        out.append(o.dibao()).append(Oracle.fen(o.base()));
        out.append(o.dibao() == DibaoOutcome.GRADUAL_EXIT ? o.gradualUntil() : null);
        out.append(o.register()).append(benefits.medical());
        for (int m = 0; m < o.size(); m++) {
            out.append(!o.left.contains(m))
                    .append(o.topUp(m))
                    .append(Oracle.fen(o.topUpAmount(m)))
                    .append(benefits.premium(m));
            out.append(benefits.living(m) ? 7000 : 0)
                    .append('/')
                    .append(benefits.care(m) ? 5500 : 0)
                    .append(' ');
        }
        return out.append(benefits.gaps()).toString();
    }
}
