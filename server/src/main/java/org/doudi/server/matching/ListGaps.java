package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.matching.store.OriginStore;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the gaps that came of the lists of one's department (clauses 2.4-6 to 2.4-8). */
@Service
public class ListGaps {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    private final OriginStore store;
    private final AuditTrail trail;
    private final Today today;

    ListGaps(OriginStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** A page, the late ones first. */
    @Transactional
    public List<ListGap> list(int page) {
        List<ListGap> found = store.list(today.date(), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "gaps of lists " + found.size());
        return found;
    }

    /** Those of one list, in the order in which they opened, after one of them. */
    @Transactional
    public List<ListGap> of(long listImport, long after, int limit) {
        List<ListGap> found = store.of(listImport, after, limit);
        trail.record(Act.EXPORTED, Subject.NONE, "", found.size() + " gaps of list " + listImport);
        return found;
    }

    /** All, for a file. */
    @Transactional
    public void export(Consumer<ListGap> to) {
        int[] count = {0};
        store.each(today.date(), gap -> {
            count[0]++;
            to.accept(gap);
        });
        trail.record(Act.EXPORTED, Subject.NONE, "", count[0] + " gaps of lists");
    }

    /** The platform's day, by which clocks are read. */
    public LocalDate day() {
        return today.date();
    }
}
