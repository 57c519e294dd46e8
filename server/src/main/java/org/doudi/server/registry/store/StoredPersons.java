package org.doudi.server.registry.store;

import java.sql.Types;
import java.util.List;
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
    private static final String LIVING = "select p.id, p.name, p.phone_enc, m.place from registry.person p"
            + " join registry.membership m on m.person = p.id and m.known_to is null and m.valid_to is null"
            + " where m.household = :household order by m.place";

    private final JdbcClient jdbc;
    private final IdNumbers idNumbers;
    private final Reading reading;
    private final AuditTrail trail;

    StoredPersons(JdbcClient jdbc, IdNumbers idNumbers, Reading reading, AuditTrail trail) {
        this.jdbc = jdbc;
        this.idNumbers = idNumbers;
        this.reading = reading;
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

    @Override
    public List<Phone> phones(long household) {
        List<Phone> phones = jdbc.sql(LIVING)
                .param("household", household)
                .query((r, n) -> {
                    byte[] phone = r.getBytes("phone_enc");
                    return new Phone(
                            r.getLong("id"),
                            r.getString("name"),
                            phone == null ? "" : IdNumbers.maskedPhone(idNumbers.decryptPhone(phone)));
                })
                .list();
        if (!phones.isEmpty()) {
            reading.household(household);
        }
        return phones;
    }

    @Override
    public void phone(long household, long person, String phone, String source) {
        byte[] encrypted = idNumbers.phone(phone);
        if (!phone.isBlank() && encrypted == null) {
            throw new IllegalArgumentException("no phone");
        }
        int changed = jdbc.sql("update registry.person set phone_enc = :phone, phone_idx = :index where id in"
                        + " (select living.id from (" + LIVING + ") living where living.id = :person)")
                .param("phone", encrypted, Types.BINARY)
                .param("index", idNumbers.phoneIndex(phone), Types.BINARY)
                .param("household", household)
                .param("person", person)
                .update();
        if (changed == 0) {
            throw new NoSuchElementException("no person " + person + " in household " + household + " here");
        }
        trail.record(Act.FACT_RECORDED, Subject.person(person, household), source.strip(), "PHONE");
    }
}
