package org.doudi.bench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.Test;

class EnginesTest {
    private static final int HOUSEHOLDS = 500;

    private final ParameterPack pack = ParameterPack.load();

    @Test
    void BEN12_the_decision_model_decides_rules_A_to_H_as_doudi_does() {
        DmnPeer peer = new DmnPeer();
        for (Household household : RandomHouseholds.many(HOUSEHOLDS, 2)) {
            long theirs = peer.assess(
                    CoreFacts.household(household),
                    CoreFacts.parameters(new PlainParameters(household.village(), household.assessedOn())));
            assertThat(theirs).as(household::toString).isEqualTo(ours(household));
        }
    }

    @Test
    void BEN13_the_rule_engine_decides_rules_A_to_H_as_doudi_does() {
        DroolsPeer peer = new DroolsPeer();
        for (Household household : RandomHouseholds.many(HOUSEHOLDS, 3)) {
            PlainParameters values = new PlainParameters(household.village(), household.assessedOn());
            assertThat(peer.assess(DroolsFacts.of(household, values)))
                    .as(household::toString)
                    .isEqualTo(ours(household));
        }
    }

    private long ours(Household household) {
        return Digest.core(Assessor.assess(household, pack.at(household), Trace.OFF));
    }
}
