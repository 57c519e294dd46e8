package org.doudi.server.registry.store;

import java.util.NoSuchElementException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredPersons implements Persons {
    private final JdbcClient jdbc;
    private final IdNumbers idNumbers;
    private final AuditTrail trail;

    StoredPersons(JdbcClient jdbc, IdNumbers idNumbers, AuditTrail trail) {
        this.jdbc = jdbc;
        this.idNumbers = idNumbers;
        this.trail = trail;
    }

    private record Row(String idNumber, long household) {}

    @Override
    public String reveal(long person, String reason) {
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new IllegalArgumentException("a reason has at least " + SHORTEST_REASON + " characters");
        }
        Row row = jdbc.sql("select p.id_no_enc, m.household from registry.person p join registry.membership m"
                        + " on m.person = p.id where p.id = ? order by m.id desc limit 1")
                .param(person)
                .query((r, n) -> new Row(idNumbers.decrypt(r.getBytes(1)), r.getLong(2)))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no person " + person + " here"));
        trail.record(Act.ID_REVEALED, Subject.person(person, row.household()), reason.strip(), "");
        return row.idNumber();
    }
}
