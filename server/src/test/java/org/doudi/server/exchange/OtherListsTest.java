package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.RegisterState;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The other lists that the departments owe each other: the register, the lifted-out, tekun and disabled people. */
class OtherListsTest extends SharingCounty {
    @Test
    @DisplayName(
            "2.4-7 2.4-8 the register, the lifted-out with their income per head, tekun and disabled people go as the rolls say")
    void others() {
        List<Long> three = households(3, 10);
        long poor = three.get(0);
        long lifted = three.get(1);
        as(Role.POVERTY_OFFICER, () -> {
            rolls.enter(
                    poor,
                    RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                    DAY,
                    "test",
                    "test");
            rolls.enter(
                    lifted,
                    RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, DAY, true)),
                    DAY,
                    "test",
                    "test");
            return poor;
        });
        onDibao(lifted, 10_000);
        Set<SharedField> number = Set.of(SharedField.HOUSEHOLD_NUMBER);
        agree(SharedList.REGISTER, number);
        assertThat(make(SharedList.REGISTER, number, 0).figures().rows()).isEqualTo(1);
        Set<SharedField> income = Set.of(SharedField.INCOME_PER_HEAD_YUAN, SharedField.LIFTED_ON);
        agree(SharedList.LIFTED, income);
        Delivery out = make(SharedList.LIFTED, income, 0);
        String perHead = as(Role.POVERTY_OFFICER, () -> {
            var assessed = households.assess(lifted, today.date(), today.now());
            return Assessment.yuan(
                    assessed.registerIncomeFen() / assessed.household().size());
        });
        assertThat(out.figures().rows()).isEqualTo(1);
        assertThat(lines(out).get(0)).endsWith(",2017-06-01," + perHead);
        long person = as(
                Role.COUNTY_OFFICER, () -> households.get(poor).members().get(0).person());
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(poor, RollEntry.of(Roll.TEKUN, person, DAY), DAY, "test", "test");
            return person;
        });
        agree(SharedList.TEKUN, Set.of(SharedField.NAME, SharedField.SINCE));
        assertThat(lines(make(SharedList.TEKUN, Set.of(SharedField.SINCE), 0)).get(0))
                .endsWith(",2017-06-01");
        Set<SharedField> disabled = Set.of(SharedField.DISABILITY_LEVEL, SharedField.ON_ROLLS);
        agree(SharedList.DISABLED, disabled);
        long before = make(SharedList.DISABLED, disabled, 0).figures().rows();
        as(Role.DISABLED_FEDERATION_OFFICER, () -> {
            rolls.enter(poor, RollEntry.of(Roll.DISABILITY, person, DAY), DAY, "test", "test");
            return person;
        });
        Delivery more = make(SharedList.DISABLED, disabled, 1);
        assertThat(more.figures().rows()).isBetween(before, before + 1);
        assertThat(lines(more)).anyMatch(l -> l.endsWith("REGISTER"));
    }
}
