package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.Unpaid.Why;
import org.doudi.server.benefits.store.UnpaidStore;
import org.doudi.server.benefits.store.UnpaidStore.Asked;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is entitled to money of a month and does not get it, and why, across one's area or a division of it. Each reading is in the trail. */
@Service
public class UnpaidViews {
    /** How many rows a page holds. */
    public static final int PAGE = 50;

    /** How many rows leave the office at once. */
    public static final int MOST = 5_000;

    private final UnpaidStore store;
    private final AuditTrail trail;
    private final Today today;

    UnpaidViews(UnpaidStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** How many there are, by reason. */
    @Transactional
    public Map<Why, Long> counts(String place, LocalDate month) {
        return store.counts(asked(place, month));
    }

    /** A page of those of one reason, or of all. */
    @Transactional
    public List<Unpaid> page(String place, LocalDate month, @Nullable Why why, int page) {
        List<Unpaid> rows = store.rows(asked(place, month), why, page * PAGE, PAGE);
        if (!rows.isEmpty()) {
            trail.record(Act.SEARCHED, Subject.NONE, "", "not paid " + month + " " + place + ": " + rows.size());
        }
        return rows;
    }

    /** Those that leave as a file. */
    @Transactional
    public List<Unpaid> export(String place, LocalDate month, @Nullable Why why) {
        List<Unpaid> rows = store.rows(asked(place, month), why, 0, MOST);
        trail.record(Act.EXPORTED, Subject.NONE, "", "not paid " + month + " " + place + ": " + rows.size());
        return rows;
    }

    private Asked asked(String place, LocalDate month) {
        String area = Scope.officer().area().code();
        String asked = place.isEmpty() ? area : place;
        if (!asked.startsWith(area) || !asked.matches("\\d{4,12}")) {
            throw new RunRefused(Cause.NO_RUN);
        }
        return new Asked(asked, month, today.date());
    }
}
