package org.doudi.server.benefits.files;

import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Ledger.Account;

/**
 * A run's transfers beside the ledger.
 *
 * @param transfers by state
 * @param ledger what the run's entries add up to, by account
 * @param gaps where the two differ; none if all is well
 */
public record RunBalance(long run, Map<String, Sum> transfers, Map<Account, Long> ledger, List<Gap> gaps) {
    public RunBalance {
        transfers = Map.copyOf(transfers);
        ledger = Map.copyOf(ledger);
        gaps = List.copyOf(gaps);
    }

    /** How many, and how much. */
    public record Sum(long transfers, long fen) {}

    /** An account that holds another sum than the transfers say. */
    public record Gap(Account account, long transfers, long ledger) {}
}
