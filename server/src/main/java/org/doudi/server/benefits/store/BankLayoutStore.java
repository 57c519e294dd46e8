package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.files.BankLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the banks' layouts, and of which run is written in which. */
@Repository
public class BankLayoutStore {
    private static final String LAYOUT = "select id, county, name, layout, valid_from, valid_until, state, entered_by,"
            + " decided_by, why from benefits.bank_layout ";

    private final JdbcClient jdbc;

    BankLayoutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which layout a run is written in; no layout for what the platform's setting says. */
    public record Choice(@Nullable Long layout) {}

    /** Enters one; nothing where its name stands there already from that day. */
    public Optional<Long> insert(BankLayout layout, LocalDate day) {
        return jdbc.sql("insert into benefits.bank_layout (village, county, name, layout, valid_from, valid_until,"
                        + " entered_by, entered_on) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (county, name, valid_from) where state <> 'REFUSED' do nothing returning id")
                .params(Arrays.asList(
                        layout.county() + "000000",
                        layout.county(),
                        layout.name(),
                        layout.text(),
                        layout.from(),
                        layout.until(),
                        layout.enteredBy(),
                        day))
                .query(Long.class)
                .optional();
    }

    /** One in one's area, which nobody else moves until the transaction ends. */
    public Optional<BankLayout> lock(long id) {
        return jdbc.sql(LAYOUT + "where id = ? for update")
                .param(id)
                .query(BankLayoutStore::layout)
                .optional();
    }

    /** Those of a county, by name. */
    public List<BankLayout> of(String county) {
        return jdbc.sql(LAYOUT + "where county = ? order by name, valid_from desc, id desc")
                .param(county)
                .query(BankLayoutStore::layout)
                .list();
    }

    /** Writes how one stands. */
    public void decide(long id, BankLayout.State state, long officer, LocalDate day, String why) {
        jdbc.sql("update benefits.bank_layout set state = ?, decided_by = ?, decided_on = ?, why = ? where id = ?")
                .params(state.name(), officer, day, why, id)
                .update();
    }

    /** Writes until when one holds. */
    public void end(long id, LocalDate until) {
        jdbc.sql("update benefits.bank_layout set valid_until = ? where id = ?")
                .params(until, id)
                .update();
    }

    /** Chooses the layout of a run. */
    public void choose(Run run, @Nullable Long layout, long officer, LocalDate day) {
        jdbc.sql("insert into benefits.run_layout (run, village, county, bank_layout, chosen_by, chosen_on)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (run) do update set bank_layout = excluded.bank_layout,"
                        + " chosen_by = excluded.chosen_by, chosen_on = excluded.chosen_on")
                .params(Arrays.asList(run.id(), run.county() + "000000", run.county(), layout, officer, day))
                .update();
    }

    /** What was chosen for a run; else what was chosen for the county's last run for which something was. */
    public Optional<Choice> choice(Run run) {
        return jdbc.sql("select bank_layout from benefits.run_layout where county = ? and run <= ?"
                        + " order by run desc limit 1")
                .params(run.county(), run.id())
                .query((row, n) -> new Choice(row.getObject(1, Long.class)))
                .optional();
    }

    private static BankLayout layout(ResultSet row, int number) throws SQLException {
        return new BankLayout(
                row.getLong("id"),
                row.getString("county"),
                row.getString("name"),
                row.getString("layout"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                BankLayout.State.valueOf(row.getString("state")),
                row.getLong("entered_by"),
                row.getObject("decided_by", Long.class),
                row.getString("why"));
    }
}
