package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Recovery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of recoveries. */
@Repository
public class RecoveryStore {
    private static final String RECOVERY = "select id, household, person, benefit, fen, recovered_fen, waived_fen,"
            + " instalment_fen, state, opened_on, noticed_on, answer, decided_by, decided_why, version from benefits.recovery ";

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recovery in one's area. */
    public Optional<Recovery> find(long id) {
        return jdbc.sql(RECOVERY + "where id = ?")
                .param(id)
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** A recovery in one's area, which nobody else moves until the transaction ends. */
    public Optional<Recovery> lock(long id) {
        return jdbc.sql(RECOVERY + "where id = ? for update")
                .param(id)
                .query(RecoveryStore::recovery)
                .optional();
    }

    /** Those of a household, the newest first. */
    public List<Recovery> of(long household) {
        return jdbc.sql(RECOVERY + "where household = ? order by id desc")
                .param(household)
                .query(RecoveryStore::recovery)
                .list();
    }

    /** Writes how one stands. */
    public void update(Recovery r) {
        jdbc.sql(
                        "update benefits.recovery set waived_fen = ?, instalment_fen = ?, state = ?, noticed_on = ?, answer = ?,"
                                + " decided_by = ?, decided_why = ?, version = version + 1 where id = ?")
                .params(Arrays.asList(
                        r.waivedFen(),
                        r.instalmentFen(),
                        r.state().name(),
                        r.noticedOn(),
                        r.answer(),
                        r.decidedBy(),
                        r.decidedWhy(),
                        r.id()))
                .update();
    }

    static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                row.getLong("id"),
                row.getLong("household"),
                row.getObject("person", Long.class),
                Aid.valueOf(row.getString("benefit")),
                row.getLong("fen"),
                row.getLong("recovered_fen"),
                row.getLong("waived_fen"),
                row.getObject("instalment_fen", Long.class),
                Recovery.State.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("noticed_on", LocalDate.class),
                row.getString("answer"),
                row.getObject("decided_by", Long.class),
                row.getString("decided_why"),
                row.getInt("version"));
    }
}
