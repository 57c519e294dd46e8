package org.doudi.server.benefits.files;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.files.ReturnResult.Fault;
import org.doudi.server.benefits.store.ReturnViewStore;
import org.doudi.server.benefits.store.RunStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of the files that banks sent back for a run. */
@Service
public class ReturnViews {
    /** How many rows a page holds. */
    public static final int PAGE = 50;

    private static final int AT_ONCE = 2000;

    private final ReturnViewStore store;
    private final RunStore runs;
    private final AuditTrail trail;

    ReturnViews(ReturnViewStore store, RunStore runs, AuditTrail trail) {
        this.store = store;
        this.runs = runs;
        this.trail = trail;
    }

    private Run run(long id) {
        return runs.find(id).orElseThrow(() -> new RunRefused(RunRefused.Cause.NO_RUN));
    }

    /** The files of a run, the newest first. */
    @Transactional
    public List<ReturnView> of(long run) {
        return store.of(run(run).id());
    }

    /** One file of a run. */
    @Transactional
    public ReturnView get(long run, long file) {
        return store.get(run(run).id(), file)
                .orElseThrow(() -> new NoSuchElementException("no return " + file + " of run " + run));
    }

    /** What was booked by a file, by outcome and code. */
    @Transactional
    public List<ReturnView.CodeSum> codes(ReturnView view) {
        return store.codes(view.id());
    }

    /** The rows of a file that nothing was booked for. */
    @Transactional
    public List<Fault> faults(ReturnView view, int page) {
        return store.faults(view.id(), page * PAGE, PAGE);
    }

    /** Goes through all rows of a file that nothing was booked for. */
    @Transactional
    public void export(ReturnView view, Consumer<Fault> to) {
        int at = 0;
        List<Fault> faults = store.faults(view.id(), at, AT_ONCE);
        while (!faults.isEmpty()) {
            faults.forEach(to);
            at += faults.size();
            faults = store.faults(view.id(), at, AT_ONCE);
        }
        trail.record(Act.EXPORTED, Subject.NONE, "", at + " error rows of return " + view.id());
    }
}
