package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Rerating;
import org.doudi.server.benefits.Rerating.Code;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.Rerating.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of reratings. */
@Repository
public class ReratingStore {
    private static final String RERATING = "select id, county, household, kind, from_month, until_month, source, state,"
            + " total, looked_at, unchanged, made_by, version from benefits.rerating ";
    private static final String LINE =
            "select id, household, person, benefit, payee, from_month, until_month, before_fen,"
                    + " after_fen, parts::text as parts, code, state from benefits.rerating_line ";

    private static final String OWED = "from benefits.award where known_to is null and valid_from <= :month"
            + " and (valid_to is null or valid_to > :month) and village >= :from and village <= :to"
            + " and benefit in ('DIBAO', 'LIVING_ALLOWANCE', 'CARE_ALLOWANCE')";

    private final JdbcClient jdbc;

    ReratingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one and returns its id. */
    public long insert(
            String village,
            @Nullable Long household,
            Rerating.Kind kind,
            LocalDate from,
            LocalDate until,
            String source,
            long officer,
            LocalDate day) {
        return jdbc.sql(
                        "insert into benefits.rerating (village, county, household, kind, from_month, until_month, source,"
                                + " state, made_by, made_on) values (?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?) returning id")
                .params(Arrays.asList(
                        village, village.substring(0, 6), household, kind.name(), from, until, source, officer, day))
                .query(Long.class)
                .single();
    }

    /** Adds what was found. */
    public void add(long rerating, String village, Rerating.Line line) {
        jdbc.sql("insert into benefits.rerating_line (rerating, village, household, person, benefit, payee, from_month,"
                        + " until_month, before_fen, after_fen, parts, code, state)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)")
                .params(Arrays.asList(
                        rerating,
                        village,
                        line.household(),
                        line.person(),
                        line.aid().name(),
                        line.payee(),
                        line.from(),
                        line.until(),
                        line.beforeFen(),
                        line.afterFen(),
                        PartsText.of(line.parts()),
                        line.code().name(),
                        line.state().name()))
                .update();
    }

    /** Begins to look at the households of a county; answers how many there are. */
    public int begin(long rerating, String county, LocalDate month) {
        int total = jdbc.sql("select count(distinct household) " + OWED)
                .param("month", month)
                .param("from", county + "000000")
                .param("to", county + "999999")
                .query(Integer.class)
                .single();
        jdbc.sql("update benefits.rerating set state = 'COMPUTING', total = ? where id = ?")
                .params(total, rerating)
                .update();
        return total;
    }

    /** Writes that a household was looked at. */
    public void looked(long rerating, String village, long household, boolean unchanged) {
        int same = unchanged ? 1 : 0;
        jdbc.sql("update benefits.rerating set looked_at = looked_at + 1, unchanged = unchanged + ?, reached = ?"
                        + " where id = ?")
                .params(same, household, rerating)
                .update();
        jdbc.sql(
                        "insert into benefits.rerating_place as p (rerating, village, looked_at, unchanged) values (?, ?, 1, ?)"
                                + " on conflict (rerating, village) do update set looked_at = p.looked_at + 1,"
                                + " unchanged = p.unchanged + excluded.unchanged")
                .params(rerating, village, same)
                .update();
    }

    /** The last household that one has looked at. */
    public long reached(long rerating) {
        return jdbc.sql("select reached from benefits.rerating where id = ?")
                .param(rerating)
                .query(Long.class)
                .single();
    }

    /** Ends the looking. */
    public void proposed(long rerating) {
        jdbc.sql("update benefits.rerating set state = 'PROPOSED', total = looked_at where id = ?")
                .param(rerating)
                .update();
    }

    /** One in one's area. */
    public Optional<Rerating> find(long id) {
        return jdbc.sql(RERATING + "where id = ?")
                .param(id)
                .query(ReratingStore::rerating)
                .optional();
    }

    /** One in one's area, which nobody else moves until the transaction ends. */
    public Optional<Rerating> lock(long id) {
        return jdbc.sql(RERATING + "where id = ? for update")
                .param(id)
                .query(ReratingStore::rerating)
                .optional();
    }

    /** Those of one's area, the newest first. */
    public List<Rerating> all(int offset, int limit) {
        return jdbc.sql(RERATING + "order by id desc offset ? limit ?")
                .params(offset, limit)
                .query(ReratingStore::rerating)
                .list();
    }

    /** The lines of one in one state, after that id. */
    public List<Rerating.Line> lines(long rerating, LineState state, long after, int limit) {
        return jdbc.sql(LINE + "where rerating = ? and state = ? and id > ? order by id limit ?")
                .params(rerating, state.name(), after, limit)
                .query(ReratingStore::line)
                .list();
    }

    /** A line that waits for a person. */
    public Optional<Rerating.Line> exception(long rerating, long line) {
        return jdbc.sql(LINE + "where rerating = ? and id = ? and state = 'EXCEPTION' for update")
                .params(rerating, line)
                .query(ReratingStore::line)
                .optional();
    }

    /** Writes how a line stands. */
    public void decide(long line, LineState state, long officer, String why) {
        jdbc.sql("update benefits.rerating_line set state = ?, decided_by = ?, why = ? where id = ?")
                .params(state.name(), officer, why, line)
                .update();
    }

    /** Writes how one stands. */
    public void decide(long rerating, State state, long officer, LocalDate day) {
        jdbc.sql(
                        "update benefits.rerating set state = ?, decided_by = ?, decided_on = ?, version = version + 1 where id = ?")
                .params(state.name(), officer, day, rerating)
                .update();
    }

    /** Households of a county that are owed dibao or an allowance in a month, by id. */
    public List<Long> households(String county, LocalDate month, long after, int limit) {
        return jdbc.sql("select distinct household " + OWED + " and household > :after order by household limit :limit")
                .param("month", month)
                .param("from", county + "000000")
                .param("to", county + "999999")
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    static Rerating.Line line(ResultSet row, int number) throws SQLException {
        return new Rerating.Line(
                row.getLong("id"),
                row.getLong("household"),
                row.getObject("person", Long.class),
                Aid.valueOf(row.getString("benefit")),
                row.getLong("payee"),
                row.getObject("from_month", LocalDate.class),
                row.getObject("until_month", LocalDate.class),
                row.getLong("before_fen"),
                row.getLong("after_fen"),
                PartsText.read(row.getString("parts")),
                Code.valueOf(row.getString("code")),
                LineState.valueOf(row.getString("state")));
    }

    private static Rerating rerating(ResultSet row, int number) throws SQLException {
        return new Rerating(
                row.getLong("id"),
                row.getString("county"),
                row.getObject("household", Long.class),
                Rerating.Kind.valueOf(row.getString("kind")),
                row.getObject("from_month", LocalDate.class),
                row.getObject("until_month", LocalDate.class),
                row.getString("source"),
                State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("looked_at"),
                row.getInt("unchanged"),
                row.getLong("made_by"),
                row.getInt("version"));
    }
}
