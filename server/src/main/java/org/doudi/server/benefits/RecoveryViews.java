package org.doudi.server.benefits;

import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.RecoveryViewStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of recoveries. Each reading is in the trail. */
@Service
public class RecoveryViews {
    /** How many rows a page holds. */
    public static final int PAGE = 50;

    private final RecoveryViewStore store;
    private final AuditTrail trail;

    RecoveryViews(RecoveryViewStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /** Which recoveries. */
    public enum Filter {
        /** Something is left. */
        WAITING,
        DONE
    }

    /** The recoveries of one's area, those that wait longest first. */
    @Transactional
    public List<RecoveryView.Row> rows(Filter filter, int page) {
        List<RecoveryView.Row> rows = store.rows(filter, page * PAGE, PAGE);
        if (!rows.isEmpty()) {
            trail.record(Act.SEARCHED, Subject.NONE, "", "recoveries " + filter + ": " + rows.size());
        }
        return rows;
    }

    /** One recovery with what explains it. */
    @Transactional
    public RecoveryView get(long id) {
        RecoveryView.Row row = store.row(id).orElseThrow(() -> new RunRefused(Cause.NO_RUN));
        Recovery recovery = row.recovery();
        trail.record(
                Act.HOUSEHOLD_READ, new Subject(recovery.household(), recovery.person(), null), "", "recovery " + id);
        return new RecoveryView(row, store.months(id), store.whys(id), store.taken(id), store.decider(recovery));
    }
}
