package org.doudi.server.exchange;

import java.time.LocalDate;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.container.SignedHead;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it was made, and how far it came.
 *
 * @param period the first of the month
 */
public record Delivery(
        long id,
        long agreement,
        Channel channel,
        int version,
        LocalDate period,
        SignedHead head,
        String hash,
        Figures figures,
        Clock clock,
        long madeBy) {
    /** The size of a part of the rows, but for the last. */
    public static final int PART_BYTES = 1 << 20;

    /** How many rows there are, and how many are not as in the delivery before. */
    public record Figures(long rows, long added, long changed, long gone, long bytes, int parts) {
        /** Rows that the receiver has to handle. */
        public long open() {
            return added + changed + gone;
        }
    }

    /** How far a delivery came. */
    public enum State {
        MADE,
        HANDED_OVER,
        RECEIVED,
        HANDLED
    }

    /** When what was done, and until when the next has to be. */
    public record Clock(
            LocalDate madeOn,
            LocalDate receiptDue,
            LocalDate handlingDue,
            @Nullable LocalDate handedOn,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate handledOn,
            int receipts) {
        /** How far it came. */
        public State state() {
            if (handledOn != null) {
                return State.HANDLED;
            }
            if (receivedOn != null) {
                return State.RECEIVED;
            }
            return handedOn == null ? State.MADE : State.HANDED_OVER;
        }

        /** Until when the next has to be done; null when nothing has. */
        public @Nullable LocalDate due() {
            return switch (state()) {
                case MADE, HANDED_OVER -> receiptDue;
                case RECEIVED -> handlingDue;
                case HANDLED -> null;
            };
        }

        /** Whether that day is past. */
        public boolean late(LocalDate day) {
            LocalDate due = due();
            return due != null && day.isAfter(due);
        }
    }
}
