package org.doudi.server.registry.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Hit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons among whom people decide whom a row means, each as a search would show them. */
@Component
class Candidates {
    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Reading reading;

    Candidates(JdbcClient jdbc, Divisions divisions, Reading reading) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.reading = reading;
    }

    Map<Long, Hit> of(List<Long> persons) {
        Map<Long, Hit> hits = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql("select h.id as household, h.number, p.id as person, p.name, p.id_no_masked, m.relation,"
                            + " head.name as head, h.village from registry.person p"
                            + " join registry.membership m on m.person = p.id and m.valid_to is null and m.known_to is null"
                            + " join registry.household h on h.id = m.household join registry.person head on head.id = h.head"
                            + " where p.id in (:persons)")
                    .param("persons", persons)
                    .query((row, n) -> hits.put(
                            row.getLong("person"),
                            new Hit(
                                    row.getLong("household"),
                                    row.getString("number"),
                                    row.getLong("person"),
                                    row.getString("name"),
                                    row.getString("id_no_masked"),
                                    row.getString("relation"),
                                    row.getString("head"),
                                    divisions.names(row.getString("village")))))
                    .list();
            hits.values().forEach(hit -> reading.household(hit.household()));
        }
        return hits;
    }
}
