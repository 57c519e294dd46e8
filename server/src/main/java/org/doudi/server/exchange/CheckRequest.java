package org.doudi.server.exchange;

import java.time.LocalDate;
import org.doudi.server.identity.Department;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;

/**
 * What a department was asked to check.
 *
 * @param delivery that names the people
 * @param number by which an answer names it
 * @param kind {@link ListKind#INCOME} or {@link ListKind#PROPERTY}, the list that answers it
 * @param due the day by which it is to be answered
 * @param handedOn the day the department took it
 * @param people how many it asks for
 * @param answered of how many a list told something by now
 */
public record CheckRequest(
        long delivery,
        String number,
        String county,
        Department receiver,
        String receiverName,
        ListKind kind,
        LocalDate askedOn,
        LocalDate due,
        @Nullable LocalDate handedOn,
        int people,
        int answered) {
    /** How it stands; the message {@code exchange.check.standing.<standing>}. */
    public enum Standing {
        NOT_ASKED,
        WAITING,
        LATE,
        ANSWERED
    }

    /** How it stands on a day. */
    public Standing standing(LocalDate day) {
        if (answered >= people) {
            return Standing.ANSWERED;
        }
        return day.isAfter(due) ? Standing.LATE : Standing.WAITING;
    }
}
