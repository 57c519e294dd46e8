package org.doudi.server.benefits;

import java.util.List;
import java.util.Map;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.store.OpeningStore;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the demonstration money to show: what the dibao roll of before pays as awards, made-up accounts, and a budget. */
@Service
public class Opening {
    /** Two months and a half are paid in, so that the third finds too little. */
    private static final int HALF_MONTHS = 5;

    private final OpeningStore store;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Today today;

    Opening(OpeningStore store, Ledger ledger, AuditTrail trail, Today today) {
        this.store = store;
        this.ledger = ledger;
        this.trail = trail;
        this.today = today;
    }

    /**
     * A household on the roll of before.
     *
     * @param idNumber of its head
     * @param fen what it gets a month
     */
    public record OnRoll(String idNumber, long fen) {}

    /**
     * Takes the roll over, once, from this month on. A head whose number the registry does not know is left out.
     *
     * @return how many awards were made
     */
    @Transactional
    public int take(List<OnRoll> roll) {
        if (!store.isEmpty()) {
            return 0;
        }
        int awards = store.awards(roll, today.date(), today.now());
        int accounts = store.accounts(today.date());
        trail.record(Act.AWARD_CHANGED, Subject.NONE, "", awards + " awards, " + accounts + " accounts taken over");
        store.monthly().forEach((county, fen) -> {
            long budget = fen * HALF_MONTHS / 2;
            ledger.book(
                    county,
                    Ledger.Entry.DEPOSIT,
                    null,
                    "opening-" + county,
                    "演示：年初预算",
                    Map.of(Account.FUNDING, -budget, Account.POOL, budget));
        });
        return awards;
    }
}
