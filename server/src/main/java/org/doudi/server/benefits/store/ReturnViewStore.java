package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.files.ReturnKind;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnResult.Fault;
import org.doudi.server.benefits.files.ReturnRow.Outcome;
import org.doudi.server.benefits.files.ReturnView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages read of the files that banks sent back. */
@Repository
public class ReturnViewStore {
    private static final String FILE = "select f.id, f.run, f.name, f.kind, f.received_on,"
            + " coalesce(a.name, '') as officer from benefits.return_file f left join identity.account a on a.id = f.officer ";

    private final JdbcClient jdbc;
    private final ReturnStore returns;

    ReturnViewStore(JdbcClient jdbc, ReturnStore returns) {
        this.jdbc = jdbc;
        this.returns = returns;
    }

    /** The files of a run, the newest first. */
    public List<ReturnView> of(long run) {
        return jdbc.sql(FILE + "where f.run = ? order by f.id desc")
                .param(run)
                .query(this::view)
                .list();
    }

    /** One file of a run. */
    public Optional<ReturnView> get(long run, long file) {
        return jdbc.sql(FILE + "where f.run = ? and f.id = ?")
                .params(run, file)
                .query(this::view)
                .optional();
    }

    /** What a file booked, by outcome and code. */
    public List<ReturnView.CodeSum> codes(long file) {
        return jdbc.sql(
                        "select r.outcome, r.code, count(*) as transfers, sum(t.fen)::bigint as fen"
                                + " from benefits.return_row r join benefits.transfer t on t.reference = r.reference"
                                + " where r.file = ? and r.effect = 'BOOKED' group by r.outcome, r.code order by r.outcome, r.code")
                .param(file)
                .query((row, n) -> new ReturnView.CodeSum(
                        Outcome.valueOf(row.getString("outcome")),
                        row.getString("code"),
                        row.getLong("transfers"),
                        row.getLong("fen")))
                .list();
    }

    /** The rows of a file that nothing was booked for, in its order. */
    public List<Fault> faults(long file, int offset, int limit) {
        return returns.faults(file, offset, limit);
    }

    private ReturnView view(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new ReturnView(
                id,
                row.getLong("run"),
                row.getString("name"),
                ReturnKind.valueOf(row.getString("kind")),
                row.getObject("received_on", LocalDate.class),
                row.getString("officer"),
                returns.result(id, ReturnResult.Standing.KNOWN));
    }
}
