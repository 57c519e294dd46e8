package org.doudi.server.exchange;

import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.store.RefusalStore;
import org.doudi.server.exchange.store.RefusalStore.Refused;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was refused, although nothing else of the request is kept. */
@Service
public class SharingRefusals {
    private static final int LATEST = 10;

    private final RefusalStore store;
    private final AuditTrail trail;
    private final Today today;

    SharingRefusals(RefusalStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** Keeps a refusal. */
    @Transactional
    public void note(SharingRefused refused) {
        Officer officer = Scope.officer();
        store.keep(officer.area().code(), today.date(), officer.id().value(), refused);
        trail.record(
                Act.SHARING_REFUSED, Subject.NONE, "", refused.list() + " " + refused.receiver() + " " + refused.why());
    }

    /** The newest of one's area. */
    @Transactional
    public List<Refused> latest() {
        return store.of(Scope.officer().area().code(), LATEST);
    }
}
