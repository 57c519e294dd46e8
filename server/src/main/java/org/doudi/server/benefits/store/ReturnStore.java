package org.doudi.server.benefits.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.files.ReturnKind;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What banks sent back, and what it does to the transfers; in sets, so that a million rows pass through no memory. */
@Repository
public class ReturnStore {
    private static final String INSERT =
            "insert into benefits.return_row (file, nth, village, reference, outcome, code,"
                    + " fen, place) select ?, u.nth, ?, u.reference, u.outcome, u.code, u.fen, u.place"
                    + " from unnest(?, ?, ?, ?, ?, ?) as u (nth, reference, outcome, code, fen, place)";

    /** What comes of each row: the first reason that speaks against it, else whether it is news. */
    private static final String JUDGE = """
            update benefits.return_row r set why = j.why,
                effect = case when j.why is not null then 'ERROR' when j.outcome = 'OPEN' then 'OPEN'
                    when j.known then 'CONFIRMED' else 'BOOKED' end
            from (
                select w.nth, w.outcome,
                    t.state = w.outcome or (w.outcome = 'PAID' and t.state = 'REVERSED') as known,
                    case when w.outcome = 'UNKNOWN' then 'UNKNOWN_STATUS'
                        when t.id is null then 'UNKNOWN_REFERENCE'
                        when :anyRun = 'NO' and t.run <> :run then 'OTHER_RUN'
                        when w.fen is not null and w.fen <> t.fen then 'OTHER_AMOUNT'
                        when w.outcome <> 'OPEN' and w.rejected and (w.paid or w.reversed) then 'CONTRADICTING'
                        when w.same > 1 then 'DOUBLED'
                        when w.outcome = 'REJECTED' and w.code = '' then 'NO_CODE'
                        when w.outcome = 'PAID' and (t.state = 'REJECTED' or (t.state = 'REVERSED' and not w.reversed))
                            then 'CONTRADICTING'
                        when w.outcome = 'REJECTED' and t.state in ('PAID', 'REVERSED') then 'CONTRADICTING'
                        when w.outcome = 'REVERSED' and not w.paid and t.state in ('SENT', 'REJECTED') then 'CONTRADICTING'
                    end as why
                from (
                    select nth, reference, outcome, code, fen,
                        row_number() over (partition by reference, outcome order by nth) as same,
                        bool_or(outcome = 'PAID') over (partition by reference) as paid,
                        bool_or(outcome = 'REJECTED') over (partition by reference) as rejected,
                        bool_or(outcome = 'REVERSED') over (partition by reference) as reversed
                    from benefits.return_row where file = :file
                ) w
                left join benefits.transfer t on t.reference = w.reference and t.village >= :from and t.village <= :to
            ) j
            where r.file = :file and r.nth = j.nth
            """;

    private static final String MOVE = """
            with moved as (
                update benefits.transfer t set state = :to, code = nullif(r.code, ''), settled_on = :day
                from benefits.return_row r
                where r.file = :file and r.effect = 'BOOKED' and r.outcome = :to and t.reference = r.reference and t.state = :before
                returning t.line, t.run, t.fen, t.account, r.whole
            ), accounts as (
                update benefits.bank_account a set state = 'RETURNED' from moved m
                where :to <> 'PAID' and not m.whole and a.id = m.account and a.state = 'ACTIVE'
            ), lines as (
                update benefits.line l set late = :to <> 'PAID', state = case when :to = 'PAID' then :to
                    when not m.whole and not exists (select from benefits.bank_account a where a.person = l.payee
                        and a.id <> m.account and a.state in ('COMING', 'ACTIVE')) then :to
                    else AGAIN end
                from moved m where l.id = m.line
                returning m.run, l.benefit, m.fen
            )
            select run, benefit, sum(fen)::bigint as fen from lines group by run, benefit order by run, benefit
            """.replace("AGAIN", TransferStore.AGAIN);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ReturnStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The file with these bytes, if the county had it before. */
    public Optional<Long> known(String county, String hash) {
        return jdbc.sql("select id from benefits.return_file where county = ? and hash = ?")
                .params(county, hash)
                .query(Long.class)
                .optional();
    }

    /** Adds a file. */
    public long insert(Run run, String hash, String name, ReturnKind kind, LocalDate day, long officer) {
        return jdbc.sql(
                        "insert into benefits.return_file (village, county, run, hash, name, kind, received_on, officer)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(run.county() + "000000", run.county(), run.id(), hash, name, kind.name(), day, officer)
                .query(Long.class)
                .single();
    }

    /** Adds rows of a file. */
    public void rows(long file, String county, List<ReturnRow> rows) {
        batches.update(connection -> statement(connection, file, county, rows));
    }

    /** Adds what a file says of all transfers of its run, for each that the file does not name so itself. */
    public void whole(long file, Run run, ReturnRow said) {
        jdbc.sql(
                        "insert into benefits.return_row (file, nth, village, reference, outcome, code, place, whole)"
                                + " select :file, :nth + (row_number() over (order by t.id))::int, :village, t.reference, :outcome, :code,"
                                + " :place, true from benefits.transfer t where t.run = :run and not exists (select from"
                                + " benefits.return_row r where r.file = :file and r.reference = t.reference and r.outcome = :outcome)")
                .param("file", file)
                .param("nth", said.nth())
                .param("village", run.county() + "000000")
                .param("outcome", said.outcome().name())
                .param("code", said.code())
                .param("place", said.place())
                .param("run", run.id())
                .update();
    }

    private static PreparedStatement statement(Connection connection, long file, String county, List<ReturnRow> rows)
            throws SQLException {
        PreparedStatement insert = connection.prepareStatement(INSERT);
        insert.setLong(1, file);
        insert.setString(2, county + "000000");
        insert.setArray(
                3,
                connection.createArrayOf(
                        "int4", rows.stream().map(ReturnRow::nth).toArray()));
        insert.setArray(
                4,
                connection.createArrayOf(
                        "text", rows.stream().map(ReturnRow::reference).toArray()));
        insert.setArray(
                5,
                connection.createArrayOf(
                        "text", rows.stream().map(r -> r.outcome().name()).toArray()));
        insert.setArray(
                6,
                connection.createArrayOf(
                        "text", rows.stream().map(ReturnRow::code).toArray()));
        insert.setArray(
                7,
                connection.createArrayOf(
                        "int8", rows.stream().map(ReturnRow::fen).toArray()));
        insert.setArray(
                8,
                connection.createArrayOf(
                        "text", rows.stream().map(ReturnRow::place).toArray()));
        return insert;
    }

    /** Judges the rows of a file; a statement may tell of any run of the county, other kinds of one only. */
    public void judge(long file, Run run, ReturnKind kind) {
        jdbc.sql(JUDGE)
                .param("file", file)
                .param("run", run.id())
                .param("anyRun", kind == ReturnKind.STATEMENT ? "YES" : "NO")
                .param("from", run.county() + "000000")
                .param("to", run.county() + "999999")
                .update();
    }

    /** Ends the transfers that a file ends so; answers what they add up to, by run and aid. */
    public Map<Long, Map<Aid, Long>> end(long file, ReturnRow.Outcome outcome, LocalDate day) {
        boolean back = outcome == ReturnRow.Outcome.REVERSED;
        if (back) {
            // what was to be paid by this very file, and was not
            jdbc.sql("update benefits.return_row r set effect = 'ERROR', why = 'CONTRADICTING' from benefits.transfer t"
                            + " where r.file = ? and r.outcome = 'REVERSED' and r.effect = 'BOOKED'"
                            + " and t.reference = r.reference and t.state <> 'PAID'")
                    .param(file)
                    .update();
        }
        Map<Long, Map<Aid, Long>> sums = new TreeMap<>();
        jdbc.sql(MOVE)
                .param("file", file)
                .param("to", outcome.name())
                .param("before", back ? "PAID" : "SENT")
                .param("day", day)
                .query(row -> {
                    sums.computeIfAbsent(row.getLong("run"), r -> new EnumMap<>(Aid.class))
                            .put(Aid.valueOf(row.getString("benefit")), row.getLong("fen"));
                });
        return sums;
    }

    /** Marks the released runs of a county whose transfers have all ended. */
    public List<Long> reconcile(String county) {
        return jdbc.sql("update benefits.run r set state = 'RECONCILED', version = version + 1"
                        + " where county = ? and state = 'RELEASED'"
                        + " and not exists (select from benefits.transfer t where t.run = r.id and t.state = 'SENT')"
                        + " returning id")
                .param(county)
                .query(Long.class)
                .list();
    }

    /** What came of a file. */
    public ReturnResult result(long file, ReturnResult.Standing standing) {
        return jdbc.sql("select count(*) filter (where effect = 'BOOKED' and outcome = 'PAID') as paid,"
                        + " count(*) filter (where effect = 'BOOKED' and outcome = 'REJECTED') as rejected,"
                        + " count(*) filter (where effect = 'BOOKED' and outcome = 'REVERSED') as reversed,"
                        + " count(*) filter (where effect = 'CONFIRMED') as confirmed,"
                        + " count(*) filter (where effect = 'OPEN') as open,"
                        + " count(*) filter (where effect = 'ERROR') as errors"
                        + " from benefits.return_row where file = ?")
                .param(file)
                .query((row, n) -> new ReturnResult(
                        file,
                        standing,
                        row.getLong("paid"),
                        row.getLong("rejected"),
                        row.getLong("reversed"),
                        row.getLong("confirmed"),
                        row.getLong("open"),
                        row.getLong("errors")))
                .single();
    }

    /** The rows of a file that nothing was booked for, in its order. */
    public List<ReturnResult.Fault> faults(long file, int offset, int limit) {
        return jdbc.sql("select nth, reference, outcome, place, why from benefits.return_row"
                        + " where file = ? and effect = 'ERROR' order by nth offset ? limit ?")
                .params(file, offset, limit)
                .query((row, n) -> new ReturnResult.Fault(
                        row.getInt("nth"),
                        row.getString("reference"),
                        ReturnRow.Outcome.valueOf(row.getString("outcome")),
                        row.getString("place"),
                        ReturnResult.RowFault.valueOf(row.getString("why"))))
                .list();
    }

    /** Closes a run. */
    public void close(long run, LocalDate day) {
        jdbc.sql("update benefits.run set state = 'CLOSED', closed_on = ?, version = version + 1 where id = ?")
                .params(day, run)
                .update();
    }

    /** How many transfers of a run are under way. */
    public long open(long run) {
        return jdbc.sql("select count(*) from benefits.transfer where run = ? and state = 'SENT'")
                .param(run)
                .query(Long.class)
                .single();
    }
}
