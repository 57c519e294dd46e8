package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.benefits.Ledger.Account;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a county's journal with its postings, which add up to nothing.
 *
 * @param kind what was booked
 * @param run the run that it belongs to, or null
 */
public record JournalEntry(
        long id,
        LocalDate day,
        Ledger.Entry kind,
        @Nullable Long run,
        String words,
        String officer,
        Map<Account, Long> postings) {
    /** What the postings add up to: nothing. */
    public long sum() {
        return postings.values().stream().mapToLong(Long::longValue).sum();
    }
}
