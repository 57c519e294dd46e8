package org.doudi.server.registry.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.doudi.server.registry.HandedKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of rows, for whoever works on what came of them, who need not be of the department whose list it is. */
@Repository
class HandedKeyStore implements HandedKeys {
    private final JdbcClient jdbc;
    private final ImportWork work;

    HandedKeyStore(JdbcClient jdbc, ImportWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    @Override
    public Map<Integer, String> of(long listImport, Collection<Integer> lines) {
        Map<Integer, String> keys = new HashMap<>();
        jdbc.sql("select line, cells_enc from registry.handed_rows(?, ?)")
                .params(listImport, lines.toArray(new Integer[0]))
                .query(row -> {
                    keys.put(row.getInt(1), work.cells(row.getBytes(2)).get(0));
                });
        return keys;
    }
}
