package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where households live and lived. A household that never moved has no row; its first move writes where it lived until then. */
@Component
class Residences {
    /** Before anything was known here. */
    private static final Instant EVER = Instant.parse("1949-10-01T00:00:00Z");

    private final JdbcClient jdbc;

    Residences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A place to live. */
    record Home(String village, String address) {}

    /** The household's rows must lie in its new village already where that is another one. */
    void move(Memberships.Open household, Home home, LocalDate on, Instant now) {
        boolean known = jdbc.sql("select exists (select from registry.residence where household = ?)")
                .param(household.id())
                .query(Boolean.class)
                .single();
        if (!known) {
            LocalDate formed = household.formedOn().isBefore(on) ? household.formedOn() : on.minusDays(1);
            write(household.id(), new Home(household.village(), household.address()), formed, EVER);
        }
        Rows.RESIDENCE.end(jdbc, "household = :p0", List.of(household.id()), on, now);
        write(household.id(), home, on, now);
        settle(household.id(), home);
    }

    private void write(long household, Home home, LocalDate from, Instant known) {
        jdbc.sql("insert into registry.residence (household, village, lived_in, address, valid_from, known_from)"
                        + " select id, village, :lived, :address, :from, :known from registry.household where id = :id")
                .param("lived", home.village())
                .param("address", home.address())
                .param("from", from)
                .param("known", Times.sql(known))
                .param("id", household)
                .update();
    }

    /** The household's rows go along into the village. */
    void follow(long household, String village) {
        jdbc.sql("select registry.rows_follow(?, ?)")
                .params(household, village)
                .query((row, n) -> Boolean.TRUE)
                .list();
    }

    void settle(long household, Home home) {
        jdbc.sql("update registry.household set address = :address where id = :id")
                .param("address", home.address())
                .param("id", household)
                .update();
    }

    /** Where the household lives by what is known now, if it ever moved. */
    Optional<Home> now(long household) {
        return jdbc.sql("select lived_in, address from registry.residence where household = ? and known_to is null"
                        + " and valid_to is null")
                .param(household)
                .query((row, n) -> new Home(row.getString(1), row.getString(2)))
                .optional();
    }
}
