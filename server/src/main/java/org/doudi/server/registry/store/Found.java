package org.doudi.server.registry.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Hit;

/** Persons of today with the household they live in, as a search or a list's match finds them. */
final class Found {
    /** The rows of {@code registry.person p}; a condition follows. */
    static final String SELECT = "select h.id as household, h.number, p.id as person, p.name, p.id_no_masked,"
            + " m.relation, head.name as head, h.village from registry.person p"
            + " join registry.membership m on m.person = p.id and m.valid_to is null and m.known_to is null"
            + " join registry.household h on h.id = m.household join registry.person head on head.id = h.head";

    private Found() {}

    static Hit hit(ResultSet row, Divisions divisions) throws SQLException {
        return new Hit(
                row.getLong("household"),
                row.getString("number"),
                row.getLong("person"),
                row.getString("name"),
                row.getString("id_no_masked"),
                row.getString("relation"),
                row.getString("head"),
                divisions.names(row.getString("village")));
    }
}
