package org.doudi.server.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.exchange.Feedback.Answer;
import org.doudi.server.exchange.Feedback.Told;
import org.doudi.server.exchange.container.FeedbackRow;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.matching.ListGapsMoved;
import org.doudi.server.registry.ListKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The feedback of lists, a chain for each list of a county. Row-level security shows a department its own. */
@Repository
public class FeedbackStore {
    private static final String TOLD = "select f.number, c.list, f.row_key, f.file_name, f.line, f.kind, f.outcome,"
            + " f.opened_on, f.due_on, f.ended_on, f.signer, f.hash, f.signature"
            + " from exchange.feedback f join exchange.feedback_channel c on c.id = f.channel ";

    private final JdbcClient jdbc;

    FeedbackStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a chain is.
     *
     * @param hash of its last row, or zeros
     */
    public record Chain(long id, int last, String hash) {}

    /** The chain of a list of a county, to which nobody else adds until the transaction ends. */
    public Chain lock(String county, ListKind list) {
        jdbc.sql("insert into exchange.feedback_channel (county, list, department, hash) values (?, ?, ?, ?)"
                        + " on conflict (county, list) do nothing")
                .params(county, list.name(), list.department().name(), Sm3.NOTHING)
                .update();
        return jdbc.sql("select id, last, hash from exchange.feedback_channel where county = ? and list = ? for update")
                .params(county, list.name())
                .query((row, n) -> new Chain(row.getLong(1), row.getInt(2), row.getString(3)))
                .single();
    }

    /** Adds the next row to a chain. */
    public void add(long chain, ListGapsMoved.Row gap, Answer answer, FeedbackRow row) {
        jdbc.sql(
                        "insert into exchange.feedback (channel, number, origin, village, department, row_key, file_name, line, kind,"
                                + " outcome, opened_on, due_on, ended_on, signer, hash, signature)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        chain,
                        row.number(),
                        gap.origin(),
                        gap.village(),
                        gap.department().name(),
                        answer.key(),
                        answer.fileName(),
                        answer.line(),
                        answer.kind(),
                        answer.outcome(),
                        answer.openedOn(),
                        answer.dueOn(),
                        answer.endedOn(),
                        row.signer(),
                        row.hash(),
                        row.signature()))
                .update();
    }

    /** Notes the last row of a chain. */
    public void end(long chain, int last, String hash) {
        jdbc.sql("update exchange.feedback_channel set last = ?, hash = ? where id = ?")
                .params(last, hash, chain)
                .update();
    }

    /** Rows of the chain of a list after one of them. */
    public List<Told> of(String county, ListKind list, int after, int limit) {
        return jdbc.sql(TOLD + "where c.county = ? and c.list = ? and f.number > ? order by f.number limit ?")
                .params(county, list.name(), after, limit)
                .query((row, n) -> told(row))
                .list();
    }

    /** The hash of a row of a chain that one may read. */
    public Optional<String> hash(String county, ListKind list, int number) {
        return jdbc.sql("select f.hash from exchange.feedback f join exchange.feedback_channel c on c.id = f.channel"
                        + " where c.county = ? and c.list = ? and f.number = ?")
                .params(county, list.name(), number)
                .query(String.class)
                .optional();
    }

    /** A page of all that one's department was told, the last first. */
    public List<Told> latest(String county, int offset, int limit) {
        return jdbc.sql(TOLD
                        + "where c.county = ? order by coalesce(f.ended_on, f.opened_on) desc, f.channel, f.number desc"
                        + " offset ? limit ?")
                .params(county, offset, limit)
                .query((row, n) -> told(row))
                .list();
    }

    private static Told told(ResultSet row) throws SQLException {
        Answer answer = new Answer(
                row.getString("row_key"),
                row.getString("file_name"),
                row.getInt("line"),
                row.getString("kind"),
                row.getString("outcome"),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
        return new Told(
                ListKind.valueOf(row.getString("list")),
                new FeedbackRow(
                        row.getInt("number"),
                        answer.said(),
                        row.getString("signer"),
                        row.getString("hash"),
                        row.getString("signature")));
    }
}
