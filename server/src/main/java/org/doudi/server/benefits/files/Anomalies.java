package org.doudi.server.benefits.files;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.files.Anomaly.Code;
import org.doudi.server.benefits.store.AnomalyStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of what is odd, for the fund inspection (clause 3.3-3). Who reads it works with people, so that the registry's rows are seen. */
@Service
public class Anomalies {
    private final AnomalyStore store;
    private final AuditTrail trail;

    Anomalies(AnomalyStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /**
     * What is odd in one way; each household that is shown is noted as read.
     *
     * @param from the first month, as its first day
     * @param to the last month, as its first day
     */
    @Transactional
    public List<Anomaly> find(Code code, LocalDate from, LocalDate to, int offset, int limit) {
        List<Anomaly> found = store.find(code, from, to, offset, limit);
        read(code, found);
        return found;
    }

    private void read(Code code, List<Anomaly> found) {
        found.stream()
                .map(Anomaly::household)
                .distinct()
                .forEach(h -> trail.record(Act.HOUSEHOLD_READ, Subject.household(h), "", "anomaly " + code));
    }

    /** What is odd in one way, to be taken out of the platform; noted so, and each household as read. */
    @Transactional
    public List<Anomaly> export(Code code, LocalDate from, LocalDate to, int most) {
        List<Anomaly> found = store.find(code, from, to, 0, most);
        read(code, found);
        trail.record(Act.EXPORTED, Subject.NONE, "", found.size() + " anomalies " + code);
        return found;
    }
}
