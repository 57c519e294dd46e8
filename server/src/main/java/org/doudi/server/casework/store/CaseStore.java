package org.doudi.server.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.CaseFile.Extension;
import org.doudi.server.casework.CaseFile.Holder;
import org.doudi.server.casework.CaseFile.Posting;
import org.doudi.server.casework.StepReport;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.State;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the cases. Row-level security shows those of one's area only. */
@Repository
public class CaseStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    static final String CASE = "select id, number, village, household, head_name, opened_on, opened_by, step,"
            + " standing, since, due, holder, holder_name, holder_role, extended_on, extension_reason, notice_from,"
            + " notice_to, pause_reason, relative, complaint, home_visit, version from casework.case_file ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The next number of a township's year, counted without gaps. */
    public int nextNumber(String township, int year) {
        return jdbc.sql(
                        "insert into casework.numbering (township, year, last) values (?, ?, 1)"
                                + " on conflict (township, year) do update set last = casework.numbering.last + 1 returning last")
                .params(township, year)
                .query(Integer.class)
                .single();
    }

    /** Adds a case and returns its id. */
    public long insert(CaseFile c) {
        return jdbc.sql("insert into casework.case_file (number, village, household, head_name, opened_on, opened_by,"
                        + " step, standing, since, due) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(
                        c.number(),
                        c.village(),
                        c.household(),
                        c.headName(),
                        c.openedOn(),
                        c.openedBy(),
                        c.state().step().name(),
                        c.state().standing().name(),
                        c.since(),
                        c.due())
                .query(Long.class)
                .single();
    }

    /** Writes how the case stands, unless somebody changed it since; tells whether it was written. */
    public boolean update(CaseFile c) {
        return jdbc.sql("update casework.case_file set step = ?, standing = ?, since = ?, due = ?, pause_reason = ?,"
                                + " relative = ?, complaint = ?, home_visit = ?, holder = ?, holder_name = ?, holder_role = ?,"
                                + " extended_on = ?, extension_reason = ?, notice_from = ?, notice_to = ?,"
                                + " version = version + 1 where id = ? and version = ?")
                        .params(Arrays.asList(
                                c.state().step().name(),
                                c.state().standing().name(),
                                c.since(),
                                c.due(),
                                c.pauseReason(),
                                c.relative(),
                                c.complaint(),
                                c.homeVisit(),
                                c.holder() == null ? null : c.holder().officer(),
                                c.holder() == null ? null : c.holder().name(),
                                c.holder() == null ? null : c.holder().role().name(),
                                c.extension() == null ? null : c.extension().on(),
                                c.extension() == null ? null : c.extension().reason(),
                                c.posting() == null ? null : c.posting().from(),
                                c.posting() == null ? null : c.posting().to(),
                                c.id(),
                                c.version()))
                        .update()
                == 1;
    }

    /** A case by its number. */
    public Optional<CaseFile> find(String number) {
        return jdbc.sql(CASE + "where number = ?")
                .param(number)
                .query(CaseStore::caseFile)
                .optional();
    }

    /** The running case of a household. */
    public Optional<CaseFile> running(long household) {
        return jdbc.sql(CASE + "where household = ? and standing in ('RUNNING', 'PAUSED')")
                .param(household)
                .query(CaseStore::caseFile)
                .optional();
    }

    /** All cases of a household, the newest first. */
    public List<CaseFile> ofHousehold(long household) {
        return jdbc.sql(CASE + "where household = ? order by opened_on desc, id desc")
                .param(household)
                .query(CaseStore::caseFile)
                .list();
    }

    /** Cases in one's area by id, of one standing if it is given. */
    public List<CaseFile> byId(Optional<Standing> standing, long after, int limit) {
        return jdbc.sql(CASE + "where id > ? and (? = '' or standing = ?) order by id limit ?")
                .params(
                        after,
                        standing.map(Standing::name).orElse(""),
                        standing.map(Standing::name).orElse(""),
                        limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** Cases in one's area whose decision stands, by id. */
    public List<CaseFile> decided(long after, int limit) {
        return jdbc.sql(CASE + "where id > ? and step = 'LETTER' order by id limit ?")
                .params(after, limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** Whether this form was already taken. */
    public boolean taken(long caseId, String key) {
        return jdbc.sql("select exists (select from casework.step_report where case_id = ? and key = ?)")
                .params(caseId, key)
                .query(Boolean.class)
                .single();
    }

    /** Adds what was done. */
    public void report(CaseFile c, Move move, Officer by, LocalDate day, Map<String, String> content, String key) {
        jdbc.sql("insert into casework.step_report (case_id, village, step, move, officer, officer_name, officer_role,"
                        + " done_on, content, key) values (?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?)")
                .params(
                        c.id(),
                        c.village(),
                        c.state().step().name(),
                        move.name(),
                        by.id().value(),
                        by.name(),
                        by.role().name(),
                        day,
                        json.writeValueAsString(content),
                        key)
                .update();
    }

    /** What was done to a case, in order. */
    public List<StepReport> reports(long caseId) {
        return jdbc.sql(
                        "select step, move, officer, officer_name, officer_role, done_on, content from casework.step_report"
                                + " where case_id = ? order by id")
                .param(caseId)
                .query((row, i) -> new StepReport(
                        Step.valueOf(row.getString(1)),
                        Move.valueOf(row.getString(2)),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        json.readValue(row.getString(7), TEXTS)))
                .list();
    }

    static CaseFile caseFile(ResultSet row, int number) throws SQLException {
        return new CaseFile(
                row.getLong("id"),
                row.getString("number"),
                row.getString("village"),
                row.getLong("household"),
                row.getString("head_name"),
                row.getObject("opened_on", LocalDate.class),
                row.getLong("opened_by"),
                new State(Step.valueOf(row.getString("step")), Standing.valueOf(row.getString("standing"))),
                row.getObject("since", LocalDate.class),
                row.getObject("due", LocalDate.class),
                holder(row),
                extension(row),
                posting(row),
                row.getString("pause_reason"),
                row.getBoolean("relative"),
                row.getBoolean("complaint"),
                row.getBoolean("home_visit"),
                row.getInt("version"));
    }

    private static @Nullable Holder holder(ResultSet row) throws SQLException {
        String name = row.getString("holder_name");
        return name == null
                ? null
                : new Holder(row.getLong("holder"), name, Role.valueOf(row.getString("holder_role")));
    }

    private static @Nullable Extension extension(ResultSet row) throws SQLException {
        String reason = row.getString("extension_reason");
        return reason == null ? null : new Extension(row.getObject("extended_on", LocalDate.class), reason);
    }

    private static @Nullable Posting posting(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("notice_from", LocalDate.class);
        return from == null ? null : new Posting(from, row.getObject("notice_to", LocalDate.class));
    }
}
