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
            jdbc.sql(Found.SELECT + " where p.id in (:persons)")
                    .param("persons", persons)
                    .query((row, n) -> hits.put(row.getLong("person"), Found.hit(row, divisions)))
                    .list();
            hits.values().forEach(hit -> reading.household(hit.household()));
        }
        return hits;
    }
}
