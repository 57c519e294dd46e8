package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.exchange.Deliveries.Request;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The dibao list: by agreement only, with its difference, chained, and what became of it by the receiver's key. */
class DibaoListTest extends SharingCounty {
    /** The other tests put families on the roll too. */
    private void nobodyOnDibao() {
        as(Role.COUNTY_OFFICER, () -> {
            households(40, 0).stream()
                    .filter(h -> rolls.of(h, DAY).stream().anyMatch(e -> e.roll() == Roll.DIBAO))
                    .forEach(h -> rolls.leave(h, Roll.DIBAO, null, DAY, "test", "test"));
            return DAY;
        });
    }

    @Test
    @DisplayName(
            "2.4-6 the dibao list goes by agreement only, with its difference, chained; receipts and rows come back by the receiver's key")
    void dibao() {
        Set<SharedField> fields = Set.of(SharedField.NAME, SharedField.ID_NUMBER, SharedField.MONTHLY_YUAN);
        refused(Cause.NO_AGREEMENT, () -> make(SharedList.DIBAO, fields, 0));
        List<Long> three = households(3, 0);
        nobodyOnDibao();
        three.forEach(h -> onDibao(h, 20_000));
        long proposed = as(
                Role.COUNTY_OFFICER,
                () -> agreements.propose(SharedList.DIBAO, Department.POVERTY_OFFICE, terms(fields)));
        refused(
                Cause.FOUR_EYES,
                () -> as(Role.COUNTY_OFFICER, () -> {
                    agreements.confirm(proposed);
                    return proposed;
                }));
        refused(
                Cause.NOT_FOUND,
                () -> as(Role.POVERTY_OFFICER, () -> {
                    agreements.confirm(proposed);
                    return proposed;
                }));
        refused(Cause.NO_AGREEMENT, () -> make(SharedList.DIBAO, fields, 0));
        as(Role.COUNTY_APPROVER, () -> {
            agreements.confirm(proposed);
            return proposed;
        });
        refused(Cause.OTHER_FIELDS, () -> make(SharedList.DIBAO, Set.of(SharedField.VILLAGE), 0));
        refused(
                Cause.NOT_YOURS,
                () -> as(
                        Role.POVERTY_OFFICER,
                        () -> deliveries.make(
                                new Request(SharedList.DIBAO, Department.POVERTY_OFFICE, JUNE, fields, 0))));
        refused(
                Cause.PERIOD,
                () -> as(
                        Role.COUNTY_OFFICER,
                        () -> deliveries.make(new Request(
                                SharedList.DIBAO, Department.POVERTY_OFFICE, YearMonth.of(2018, 1), fields, 0))));
        Delivery first = make(SharedList.DIBAO, fields, 0);
        assertThat(first.figures()).extracting("rows", "added", "gone").containsExactly(3L, 3L, 0L);
        assertThat(lines(first)).hasSize(3).allMatch(l -> l.contains("ADDED") && l.endsWith(",200.00"));
        String[] head = RegistryFixture.persons().get(0);
        assertThat(lines(first).get(0)).contains(head[3], head[4]);
        refused(Cause.OVERTAKEN, () -> make(SharedList.DIBAO, fields, 0));
        onDibao(three.get(1), 30_000);
        as(Role.COUNTY_OFFICER, () -> {
            rolls.leave(three.get(2), Roll.DIBAO, null, DAY.plusDays(5), "test", "test");
            return three;
        });
        onDibao(households(1, 5).get(0), 10_000);
        Delivery second = make(SharedList.DIBAO, fields, 1);
        assertThat(second.figures())
                .extracting("rows", "added", "changed", "gone")
                .containsExactly(3L, 1L, 1L, 1L);
        DeliveryFile checked = checked(file(second));
        assertThat(checked.faults()).isEmpty();
        assertThat(Objects.requireNonNull(checked.head()).previous()).isEqualTo(first.hash());
        assertThat(Objects.requireNonNull(checked(file(first)).head()).previous())
                .isEqualTo(Sm3.NOTHING);
        answered(second, checked);
        assertThat(as(Role.COUNTY_OFFICER, () -> receipts.ofHousehold(three.get(2))))
                .extracting("version", "gone")
                .containsExactly(tuple(2, true), tuple(1, false));
    }

    private void answered(Delivery second, DeliveryFile checked) {
        List<String> lines = lines(second);
        List<Handling> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).contains(",SAME,")) {
                changes.add(row(lines, i, changes.isEmpty() ? Outcome.REFUSED : Outcome.ACCEPTED));
            }
        }
        byte[] forged = receipt(checked, 1, Sealing.fresh(Algorithm.SM2), List.of());
        refused(Cause.OTHER_KEY, () -> take(second, forged));
        refused(Cause.MISSING_BEFORE, () -> take(second, receipt(checked, 2, receiver, List.of())));
        refused(
                Cause.UNKNOWN_ROWS,
                () -> take(
                        second,
                        receipt(checked, 1, receiver, List.of(new Handling("0".repeat(32), Outcome.ACCEPTED, null)))));
        byte[] plain = receipt(checked, 1, receiver, List.of());
        assertThat(take(second, plain).state()).isEqualTo(Delivery.State.RECEIVED);
        refused(Cause.REPLAYED, () -> take(second, plain));
        assertThat(take(second, receipt(checked, 2, receiver, changes.subList(0, 1)))
                        .state())
                .isEqualTo(Delivery.State.RECEIVED);
        byte[] broken = receipt(checked, 3, receiver, changes.subList(1, 3));
        broken[broken.length - 3] ^= 1;
        refused(Cause.BROKEN, () -> take(second, broken));
        assertThat(take(second, receipt(checked, 3, receiver, changes.subList(1, 3)))
                        .state())
                .isEqualTo(Delivery.State.HANDLED);
        DeliveryReceipts.Progress progress = as(Role.COUNTY_OFFICER, () -> receipts.progress(second.id()));
        assertThat(progress.open()).isZero();
        assertThat(progress.outcomes()).containsEntry(Outcome.REFUSED, 1L).containsEntry(Outcome.ACCEPTED, 2L);
    }

    private Delivery.Clock take(Delivery delivery, byte[] file) {
        return as(Role.POVERTY_OFFICER, () -> {
            receipts.take(delivery.id(), file);
            return deliveries.get(delivery.id()).clock();
        });
    }
}
