package org.doudi.server.matching;

import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.Cases;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.store.GapStore;
import org.doudi.server.matching.store.GapStore.Waiting;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens cases for gaps that ask for no application: the law orders offices to act where somebody destitute is not cared for, and where a household fell back into
 * poverty. The case lies in its township's office for anybody to take; a household that has one keeps it.
 */
@Service
public class OwnMotion {
    private static final Logger LOG = LoggerFactory.getLogger(OwnMotion.class);
    private static final int BATCH = 50;

    private final GapStore store;
    private final Cases cases;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    OwnMotion(
            GapStore store,
            Cases cases,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.cases = cases;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /** Opens what is to be opened; how many gaps have a case now. One that cannot be is told in the log and tried the next time. */
    public int open() {
        int opened = 0;
        long last = 0;
        while (!Thread.currentThread().isInterrupted()) {
            List<Waiting> some = after(last);
            if (some.isEmpty()) {
                break;
            }
            for (Waiting gap : some) {
                try {
                    opened += open(gap) ? 1 : 0;
                } catch (RuntimeException e) {
                    LOG.warn("no case was opened for gap {}: {}", gap.id(), e.toString());
                }
                last = gap.id();
            }
        }
        return opened;
    }

    private List<Waiting> after(long last) {
        return Scope.as(platform, () -> transaction.execute(t -> store.withoutCase(today.date(), last, BATCH)));
    }

    private boolean open(Waiting gap) {
        Officer office = Officer.system(new Area(Divisions.township(gap.village())), Role.TOWNSHIP_CLERK);
        return Boolean.TRUE.equals(Scope.as(
                office,
                () -> transaction.execute(t -> {
                    if (!store.stillWaits(gap.id())) {
                        return false;
                    }
                    String number = cases.open(gap.household());
                    store.inCase(gap.id(), number, null);
                    trail.record(
                            Act.GAP_MOVED,
                            Subject.household(gap.household()),
                            "",
                            gap.kind() + " case " + number + " by itself");
                    return true;
                })));
    }
}
