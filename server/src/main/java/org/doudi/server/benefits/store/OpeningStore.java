package org.doudi.server.benefits.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.server.benefits.Opening.OnRoll;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes what the demonstration begins with, in sets. */
@Repository
public class OpeningStore {
    private static final int BATCH = 500;

    /** One household in so many has no account yet. */
    private static final int WITHOUT = 12;

    /** The field by which the registry finds a person. */
    private static final String ID_NUMBER = "registry.person.id_no";

    private static final String BANK = "402211000018";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Vault vault;

    OpeningStore(JdbcClient jdbc, JdbcTemplate batches, Vault vault) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.vault = vault;
    }

    /** Whether nothing is owed to anybody yet. */
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from benefits.award)")
                .query(Boolean.class)
                .single();
    }

    /** Owes from the month on what the roll says, to the head of each household. */
    public int awards(List<OnRoll> roll, LocalDate day, Instant now) {
        int[][] made = batches.batchUpdate("""
                insert into benefits.award (village, household, payee, benefit, fen, valid_from, known_from, reason, source)
                select h.village, h.id, h.head, 'DIBAO', ?, ?, ?, 'OPENING', 'roll'
                from registry.person p
                join registry.membership m on m.person = p.id and m.known_to is null and m.valid_to is null
                join registry.household h on h.id = m.household
                where p.id_no_idx = ? and h.head is not null and h.dissolved_on is null
                    and not exists (select from benefits.award a where a.household = h.id)
                """, roll, BATCH, (statement, entry) -> {
            statement.setLong(1, entry.fen());
            statement.setObject(2, day.withDayOfMonth(1));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setBytes(
                    4, vault.index(ID_NUMBER, entry.idNumber().strip().toUpperCase(Locale.ROOT)));
        });
        jdbc.sql(
                        "insert into benefits.award_change (village, household, person, benefit, from_month, to_month, reason, source, at)"
                                + " select village, household, person, benefit, valid_from, valid_to, reason, source, known_from"
                                + " from benefits.award where reason = 'OPENING'")
                .update();
        return Arrays.stream(made).flatMapToInt(Arrays::stream).sum();
    }

    private record Payee(String village, long household, long person, String name) {}

    /** Gives most payees an account that is in use, with a made-up number. */
    public int accounts(LocalDate day) {
        List<Payee> payees = jdbc.sql("select a.village, a.household, a.payee, p.name from benefits.award a"
                        + " join registry.person p on p.id = a.payee where a.household % ? <> 0 order by a.id")
                .param(WITHOUT)
                .query((row, n) -> new Payee(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)))
                .list();
        batches.batchUpdate(
                "insert into benefits.bank_account (village, household, person, holder, bank, number_enc, number_idx,"
                        + " number_masked, state, proposed_by, proposed_on, usable_from)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', 0, ?, ?)",
                payees,
                BATCH,
                (statement, payee) -> {
                    String number = number(payee.person());
                    statement.setString(1, payee.village());
                    statement.setLong(2, payee.household());
                    statement.setLong(3, payee.person());
                    statement.setString(4, payee.name());
                    statement.setString(5, BANK);
                    statement.setBytes(6, vault.encrypt(StoredBankAccounts.CONTEXT, number));
                    statement.setBytes(7, vault.index(StoredBankAccounts.CONTEXT, number));
                    statement.setString(8, "*".repeat(number.length() - 4) + number.substring(number.length() - 4));
                    statement.setObject(9, day);
                    statement.setObject(10, day);
                });
        return payees.size();
    }

    private static String number(long person) {
        String digits = "62284800%010d".formatted(person);
        for (int check = 0; check < 10; check++) {
            if (Luhn.holds(digits + check)) {
                return digits + check;
            }
        }
        throw new IllegalStateException("no check digit fits " + digits);
    }

    /** What the awards of each county add up to a month, in fen. */
    public Map<String, Long> monthly() {
        Map<String, Long> counties = new TreeMap<>();
        jdbc.sql("select substr(village, 1, 6) as county, sum(fen)::bigint as fen from benefits.award group by 1")
                .query((row, n) -> counties.put(row.getString("county"), row.getLong("fen")))
                .list();
        return counties;
    }
}
