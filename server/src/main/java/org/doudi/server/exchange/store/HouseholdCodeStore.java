package org.doudi.server.exchange.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.exchange.store.EntryStore.Went;
import org.doudi.server.registry.HouseholdView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The codes of households, as digests, and what they open: a narrow function of the database, since who asks has not signed in. */
@Repository
public class HouseholdCodeStore {
    private final JdbcClient jdbc;

    HouseholdCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a code in place of the one before. */
    public void keep(HouseholdView household, byte[] digest, long officer, LocalDate day, LocalDate until) {
        jdbc.sql("insert into exchange.household_code (household, village, digest, given_by, given_on, until)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (household) do update set village = excluded.village,"
                        + " digest = excluded.digest, given_by = excluded.given_by, given_on = excluded.given_on,"
                        + " until = excluded.until")
                .params(household.id(), household.village(), digest, officer, day, until)
                .update();
    }

    /** What went where, the last first; nothing where the code is not the household's. */
    public Optional<List<Went>> went(String number, byte[] digest, LocalDate day) {
        boolean fits = jdbc.sql("select exchange.code_fits(?, ?, ?)")
                .params(number, digest, day)
                .query(Boolean.class)
                .single();
        return fits
                ? Optional.of(jdbc.sql("select * from exchange.went(?, ?, ?)")
                        .params(number, digest, day)
                        .query(EntryStore::went)
                        .list())
                : Optional.empty();
    }
}
