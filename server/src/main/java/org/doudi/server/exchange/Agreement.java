package org.doudi.server.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Department;
import org.jspecify.annotations.Nullable;

/** A sharing agreement: what one department may have of another's list. */
public record Agreement(
        long id,
        Channel channel,
        Terms terms,
        State state,
        long proposedBy,
        @Nullable Long decidedBy) {
    /** Where an agreement stands. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        REPLACED
    }

    /** One list of a county for one department. */
    public record Channel(String county, SharedList list, Department receiver) {
        /** How files name it. */
        public String name() {
            return county + "-" + list + "-" + receiver;
        }
    }

    /**
     * What is agreed.
     *
     * @param receiverName the office or the system that gets it
     * @param receiverKey the key by which it signs receipts
     * @param until the last day
     * @param receiptDays within how many working days a delivery is receipted
     * @param handlingDays within how many working days its rows are handled
     */
    public record Terms(
            String receiverName,
            String purpose,
            String basis,
            Set<SharedField> fields,
            VerifyingKey receiverKey,
            LocalDate from,
            LocalDate until,
            int receiptDays,
            int handlingDays) {
        public Terms {
            fields = Set.copyOf(fields);
        }

        /** The fields in the order of the columns. */
        public List<SharedField> columns() {
            return fields.stream().sorted().toList();
        }
    }

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
        return state == State.IN_FORCE && !day.isBefore(terms.from()) && !day.isAfter(terms.until());
    }
}
