package org.doudi.server.audit.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditEntry;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.ChainHead;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Collects a transaction's entries and chains them just before it commits, so that a chain is held for a moment only. */
@Component
final class ChainedTrail implements AuditTrail {
    private static final String INSERT = "insert into audit.entry (chain, number, at, officer, officer_name, role,"
            + " department, area, origin, act, household, person, case_number, why, what, hash)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Vault vault;
    private final Clock clock = Clock.systemUTC();

    ChainedTrail(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void record(Act act, Subject subject, String why, String what) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    act + " is recorded in the transaction of the act, which must be able to write");
        }
        Officer who = Scope.officer();
        pending()
                .add(new AuditEntry(
                        Math.floorMod(who.id().value(), ChainHead.CHAINS),
                        0,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        who.id().value(),
                        who.name(),
                        who.role().name(),
                        who.department().name(),
                        who.area().code(),
                        origin(),
                        act.name(),
                        subject.household(),
                        subject.person(),
                        subject.caseNumber(),
                        why,
                        what,
                        AuditEntry.NOTHING));
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(s -> s instanceof Pending p && p.belongsTo(this))
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Pending fresh = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(fresh);
                    return fresh;
                });
    }

    private static String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    private void append(int chain, List<AuditEntry> drafts) {
        ChainHead head = jdbc.queryForObject(
                "select count, hash from audit.head where chain = ? for update",
                (row, index) -> new ChainHead(chain, row.getLong(1), row.getString(2), null),
                chain);
        if (head == null) {
            throw new IllegalStateException("chain " + chain + " of the trail has no head");
        }
        String hash = head.hash();
        long number = head.count();
        List<Object[]> rows = new ArrayList<>();
        for (AuditEntry draft : drafts) {
            number++;
            AuditEntry entry = draft.after(number, hash);
            hash = entry.hash();
            rows.add(columns(entry));
        }
        jdbc.batchUpdate(INSERT, rows);
        ChainHead sealed = ChainHead.sealed(chain, number, hash, vault);
        jdbc.update(
                "update audit.head set count = ?, hash = ?, seal = ? where chain = ?",
                sealed.count(),
                sealed.hash(),
                sealed.seal(),
                chain);
    }

    private static Object[] columns(AuditEntry e) {
        return new Object[] {
            e.chain(),
            e.number(),
            Timestamp.from(e.at()),
            e.officer(),
            e.officerName(),
            e.role(),
            e.department(),
            e.area(),
            e.origin(),
            e.act(),
            e.household(),
            e.person(),
            e.caseNumber(),
            e.why(),
            e.what(),
            e.hash()
        };
    }

    /** What one transaction has to add. */
    private final class Pending implements TransactionSynchronization {
        private final Map<Integer, List<AuditEntry>> drafts = new TreeMap<>();

        void add(AuditEntry draft) {
            drafts.computeIfAbsent(draft.chain(), c -> new ArrayList<>()).add(draft);
        }

        boolean belongsTo(ChainedTrail trail) {
            return trail == ChainedTrail.this;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            drafts.forEach(ChainedTrail.this::append);
            drafts.clear();
        }
    }
}
