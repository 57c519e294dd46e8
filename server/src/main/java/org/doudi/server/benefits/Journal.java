package org.doudi.server.benefits;

import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.store.JournalStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A county's journal as pages show it: what every account holds, the entries, and the proof that they add up to nothing. */
@Service
public class Journal {
    /** How many entries a page holds. */
    public static final int PAGE = 30;

    private final Ledger ledger;
    private final JournalStore store;

    Journal(Ledger ledger, JournalStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    /**
     * What adds up.
     *
     * @param entries how many there are
     * @param unbalanced how many of them do not add up to nothing
     * @param sum of all postings, in fen
     */
    public record Proof(long entries, long unbalanced, long sum) {
        /** Whether everything adds up. */
        public boolean isSound() {
            return unbalanced == 0 && sum == 0;
        }
    }

    /** What every account of a county holds. */
    @Transactional
    public Map<Account, Long> balances(String county) {
        return ledger.balances(county);
    }

    /** Entries, the newest first. */
    @Transactional
    public List<JournalEntry> entries(String county, int page) {
        return store.entries(county, page * PAGE, PAGE);
    }

    /** Adds everything up. */
    @Transactional
    public Proof proof(String county) {
        return store.proof(county);
    }
}
