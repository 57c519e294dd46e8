package org.doudi.server.registry.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has the database look at tables that were filled with very many rows, so that the first night after it does not plan for empty ones. */
@Component
class Filled {
    private static final List<String> BY_LISTS =
            List.of("import_row", "household", "person", "membership", "fact", "roll_entry");
    private static final int MANY = 20_000;

    private final JdbcClient jdbc;

    Filled(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After tables of the registry were filled. */
    @Transactional
    public void tables(List<String> tables) {
        jdbc.sql("select registry.filled(?)")
                .param(tables.toArray(String[]::new))
                .query((row, n) -> 0)
                .list();
    }

    /** After a list of so many rows was written. */
    @Transactional
    public void list(int rows) {
        if (rows >= MANY) {
            tables(BY_LISTS);
        }
    }
}
