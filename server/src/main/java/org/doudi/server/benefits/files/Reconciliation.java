package org.doudi.server.benefits.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Ledger.Account;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.files.RunBalance.Gap;
import org.doudi.server.benefits.files.RunBalance.Sum;
import org.doudi.server.benefits.store.BalanceStore;
import org.doudi.server.benefits.store.RunStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether what a run's transfers say is what the ledger holds for it: set aside is under way, paid is paid, aid by aid. */
@Service
public class Reconciliation {
    private final BalanceStore store;
    private final RunStore runs;

    Reconciliation(BalanceStore store, RunStore runs) {
        this.store = store;
        this.runs = runs;
    }

    /** The report of a run. */
    @Transactional
    public RunBalance of(long id) {
        Run run = runs.find(id).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
        Map<String, Sum> byState = new HashMap<>();
        Map<Account, Long> expected = new EnumMap<>(Account.class);
        for (BalanceStore.Part part : store.transfers(run.id())) {
            byState.merge(
                    part.state(),
                    new Sum(part.transfers(), part.fen()),
                    (a, b) -> new Sum(a.transfers() + b.transfers(), a.fen() + b.fen()));
            if (part.state().equals("SENT")) {
                expected.merge(Account.BLOCKED, part.fen(), Long::sum);
            } else if (part.state().equals("PAID")) {
                expected.merge(Account.paid(Aid.valueOf(part.benefit())), part.fen(), Long::sum);
            }
        }
        Map<Account, Long> ledger = store.ledger(run.id());
        List<Gap> gaps = new ArrayList<>();
        for (Account account : Account.values()) {
            long held = ledger.getOrDefault(account, 0L);
            long moved = expected.getOrDefault(account, 0L);
            // what left the pool for the run is what it still holds and what it paid
            if (account == Account.POOL) {
                moved = -expected.values().stream().mapToLong(Long::longValue).sum();
            }
            if (held != moved) {
                gaps.add(new Gap(account, moved, held));
            }
        }
        return new RunBalance(run.id(), byState, ledger, gaps);
    }
}
