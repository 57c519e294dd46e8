package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.Deliveries.Request;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/** What was signed, as the database keeps it: the platform itself cannot change it. */
class SealedDeliveryTest extends SharingCounty {
    private static final Channel CHANNEL = new Channel(COUNTY, SharedList.TEKUN, Department.DISABLED_FEDERATION);

    /** The one delivery of a channel that no other test uses. */
    private Delivery sealed() {
        Set<SharedField> fields = Set.of(SharedField.SINCE);
        if (as(Role.COUNTY_OFFICER, () -> deliveries.lastVersion(CHANNEL)) == 0) {
            agree(CHANNEL.list(), CHANNEL.receiver(), fields);
            return as(
                    Role.COUNTY_OFFICER,
                    () -> deliveries.make(new Request(CHANNEL.list(), CHANNEL.receiver(), JUNE, fields, 0)));
        }
        return as(Role.COUNTY_OFFICER, () -> deliveries.all(0, 50)).stream()
                .filter(d -> d.channel().equals(CHANNEL))
                .findFirst()
                .orElseThrow();
    }

    private int update(String set, long delivery) {
        return as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql("update exchange.delivery set " + set + " where id = ?")
                        .param(delivery)
                        .update()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "signature", "hash", "rows", "added", "changed", "gone", "bytes", "parts"})
    @DisplayName("2.4-6 what was signed cannot be changed by the role that the platform works as")
    void sealed(String column) {
        Delivery delivery = sealed();
        assertThatThrownBy(() -> update(column + " = " + column, delivery.id()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThat(update("receipts = receipts", delivery.id())).isEqualTo(1);
    }

    @Test
    @DisplayName("2.4-6 rows are kept with their delivery or not at all")
    void rowsWithTheirDelivery() {
        assertThatThrownBy(() -> as(
                        Role.COUNTY_OFFICER,
                        () -> transaction.execute(t -> jdbc.sql(
                                        "insert into exchange.part (delivery, nth, village, content) values (?, 0, ?, '')")
                                .params(Long.MAX_VALUE, COUNTY + "000000")
                                .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("part_delivery_fkey");
        assertThatThrownBy(() -> as(
                        Role.COUNTY_OFFICER,
                        () -> transaction.execute(t -> jdbc.sql(
                                        "insert into exchange.entry (delivery, key, village, household, digest, change)"
                                                + " values (?, 'k', ?, 1, 'd', 'ADDED')")
                                .params(Long.MAX_VALUE, COUNTY + "000000")
                                .update())))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasStackTraceContaining("entry_delivery_fkey");
    }
}
