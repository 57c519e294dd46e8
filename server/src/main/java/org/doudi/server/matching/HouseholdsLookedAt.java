package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.List;

/** Households are being looked at again, because something about them changed or because a day is over; told inside that transaction. */
public record HouseholdsLookedAt(List<Long> households, LocalDate day) {
    public HouseholdsLookedAt {
        households = List.copyOf(households);
    }
}
