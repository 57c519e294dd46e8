package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.store.Memberships.Living;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is whose kin, as changes write it. */
@Component
class Kinships {
    private final JdbcClient jdbc;

    Kinships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who lived together stays kin: what somebody was to the head is kept when they part. */
    void remember(long household, Living person, Living head, LocalDate on, Instant now) {
        if (person.relation() != Relation.OTHER && person.relation() != Relation.HEAD) {
            relate(household, person.person(), head.person(), person.relation(), on, now);
        }
    }

    void relate(long household, long person, long relative, Relation relation, LocalDate on, Instant now) {
        jdbc.sql("insert into registry.kinship (household, person, relative, village, relation, valid_from, known_from)"
                        + " select id, :person, :relative, village, :relation, :on, :now from registry.household"
                        + " where id = :household")
                .param("person", person)
                .param("relative", relative)
                .param("relation", relation.word())
                .param("on", on)
                .param("now", Times.sql(now))
                .param("household", household)
                .update();
    }
}
