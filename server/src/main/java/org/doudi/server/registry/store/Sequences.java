package org.doudi.server.registry.store;

import java.util.Iterator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ids ahead of their rows, for what is written in sets. */
@Component
class Sequences {
    private final JdbcClient jdbc;

    Sequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So many ids of a table of the registry. */
    Iterator<Long> ids(String table, int count) {
        return jdbc.sql("select nextval('registry." + table + "_id_seq') from generate_series(1, ?)")
                .param(count)
                .query(Long.class)
                .list()
                .iterator();
    }
}
