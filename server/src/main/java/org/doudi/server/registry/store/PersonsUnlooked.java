package org.doudi.server.registry.store;

import java.util.List;
import java.util.Objects;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.vault.UnreadableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives people who were entered before there was one the index of their phone, and tells whether their number is sound: once after the start, piece by
 * piece, while the platform runs. Two platforms on one database share the work.
 */
@Component
class PersonsUnlooked {
    private static final Logger LOG = LoggerFactory.getLogger(PersonsUnlooked.class);
    private static final int PIECE = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate sets;
    private final IdNumbers idNumbers;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Officer platform;

    PersonsUnlooked(
            JdbcClient jdbc,
            JdbcTemplate sets,
            IdNumbers idNumbers,
            AuditTrail trail,
            PlatformTransactionManager transactions,
            @Value("${doudi.city:2109}") String city) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.idNumbers = idNumbers;
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.platform = Officer.system(new Area(city));
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        Thread worker = new Thread(this::guarded, "persons-unlooked");
        worker.setDaemon(true);
        worker.start();
    }

    private void guarded() {
        try {
            long done = all();
            if (done > 0) {
                LOG.info("phones and numbers of {} people were looked at", done);
            }
        } catch (RuntimeException e) {
            LOG.warn("phones and numbers were not all looked at; the next start goes on: {}", e.toString());
        }
    }

    /** Looks at whoever was not looked at; how many these were. */
    long all() {
        long done = 0;
        int piece;
        do {
            piece = Scope.as(platform, () -> Objects.requireNonNull(transaction.execute(status -> piece())));
            done += piece;
        } while (piece > 0);
        return done;
    }

    private int piece() {
        List<@Nullable Object[]> people = jdbc.sql(
                        "select id, id_no_enc, phone_enc from registry.person where number_sound is null"
                                + " order by id limit ? for update skip locked")
                .param(PIECE)
                .query((row, n) -> looked(row.getLong(1), row.getBytes(2), row.getBytes(3)))
                .list();
        sets.batchUpdate(
                "update registry.person set number_sound = ?, phone_enc = ?, phone_idx = ? where id = ?", people);
        if (!people.isEmpty()) {
            trail.record(Act.PERSON_READ, Subject.NONE, "", people.size() + " phones and numbers read by the platform");
        }
        return people.size();
    }

    private @Nullable Object[] looked(long person, byte[] encrypted, byte @Nullable [] kept) {
        try {
            String number = idNumbers.decrypt(encrypted);
            String phone = kept == null ? "" : idNumbers.decryptPhone(kept);
            return new @Nullable Object[] {
                IdNumbers.isSound(number), idNumbers.phone(phone), idNumbers.phoneIndex(phone), person
            };
        } catch (UnreadableException e) {
            LOG.warn("number or phone of person {} cannot be read: {}", person, e.getMessage());
            return new @Nullable Object[] {false, kept, null, person};
        }
    }
}
