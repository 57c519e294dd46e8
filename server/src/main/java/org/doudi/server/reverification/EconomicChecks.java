package org.doudi.server.reverification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListKind;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.store.MassRunStore;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks departments to check households that are due (clause 2.4-4), and tells how far each is. */
@Service
public class EconomicChecks {
    private static final int SOON = 30;

    private final MassRunStore store;
    private final CheckRequests requests;
    private final Today today;

    EconomicChecks(MassRunStore store, CheckRequests requests, Today today) {
        this.store = store;
        this.requests = requests;
        this.today = today;
    }

    /** The departments that one's county can ask. */
    @Transactional
    public List<Department> receivers() {
        return requests.receivers();
    }

    /**
     * Asks a department about the households of a place that are due within 30 days or overdue, and agree to it.
     *
     * @return the request
     */
    @Transactional
    public long ask(String place, Department receiver, ListKind kind) {
        if (!place.matches("\\d{6}|\\d{9}|\\d{12}") || !Scope.officer().area().contains(place)) {
            throw new ReverificationRefused(Cause.PLACE);
        }
        LocalDate day = today.date();
        return requests.ask(receiver, kind, store.toCheck(place, day.plusDays(SOON), day));
    }

    /** How far the households of some looks are checked since they were last verified, by look. */
    @Transactional
    public Map<Long, Standing> standing(List<Reverification> looks) {
        Map<Long, Standing> all = new LinkedHashMap<>();
        looks.forEach(look -> all.put(look.id(), requests.standing(look.household(), look.baseOn())));
        return all;
    }
}
