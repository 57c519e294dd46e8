package org.doudi.server.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.BenefitLine;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Objection;
import org.doudi.server.casework.Outcome;
import org.doudi.server.casework.StepReport;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.State;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the cases. Row-level security shows those of one's area only. */
@Repository
public class CaseStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String CASE = "select id, number, village, household, head_name, opened_on, opened_by, step,"
            + " standing, since, due, pause_reason, relative, complaint, home_visit, version from casework.case_file ";

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
        return jdbc.sql(
                                "update casework.case_file set step = ?, standing = ?, since = ?, due = ?, pause_reason = ?,"
                                        + " relative = ?, complaint = ?, home_visit = ?, version = version + 1 where id = ? and version = ?")
                        .params(Arrays.asList(
                                c.state().step().name(),
                                c.state().standing().name(),
                                c.since(),
                                c.due(),
                                c.pauseReason(),
                                c.relative(),
                                c.complaint(),
                                c.homeVisit(),
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

    /** Running cases in one's area whose step is one of these, due first. */
    public List<CaseFile> atSteps(Collection<Step> steps, int offset, int limit) {
        return jdbc.sql(CASE + "where standing in ('RUNNING', 'PAUSED') and step = any (?)"
                        + " order by due, id offset ? limit ?")
                .params(names(steps), offset, limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** How many running cases in one's area are at these steps and due before that day. */
    public int countAtSteps(Collection<Step> steps, LocalDate dueBefore) {
        return jdbc.sql("select count(*)::int from casework.case_file where standing in ('RUNNING', 'PAUSED')"
                        + " and step = any (?) and due < ?")
                .params(names(steps), dueBefore)
                .query(Integer.class)
                .single();
    }

    /** Cases that are over, the newest first. */
    public List<CaseFile> over(int offset, int limit) {
        return jdbc.sql(CASE
                        + "where standing not in ('RUNNING', 'PAUSED') order by since desc, id desc offset ? limit ?")
                .params(offset, limit)
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

    /** Cases in one's area that have a decision, by id. */
    public List<CaseFile> decided(long after, int limit) {
        return jdbc.sql(CASE + "where id > ? and exists (select from casework.receipt r"
                        + " where r.case_id = case_file.id) order by id limit ?")
                .params(after, limit)
                .query(CaseStore::caseFile)
                .list();
    }

    private static String[] names(Collection<Step> steps) {
        return steps.stream().map(Step::name).toArray(String[]::new);
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

    /** Puts the machine's outcomes in place of the former ones. */
    public void replaceBenefits(CaseFile c, List<BenefitLine> lines) {
        jdbc.sql("delete from casework.benefit where case_id = ?").param(c.id()).update();
        for (BenefitLine line : lines) {
            jdbc.sql("insert into casework.benefit (case_id, village, benefit, who, machine, machine_fen, clause)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            c.id(),
                            c.village(),
                            line.benefit().name(),
                            line.who(),
                            line.machine().name(),
                            line.machineFen(),
                            line.clause())
                    .update();
        }
    }

    /** Writes the outcome of a person beside the machine's. */
    public void judge(CaseFile c, BenefitLine line, Outcome outcome, @Nullable String reason) {
        String columns = c.state().step() == Step.DECISION
                ? "decided = ?, decided_reason = ?"
                : "township = ?, township_reason = ?";
        jdbc.sql("update casework.benefit set " + columns + " where case_id = ? and benefit = ? and who = ?")
                .params(Arrays.asList(
                        outcome.name(), reason, c.id(), line.benefit().name(), line.who()))
                .update();
    }

    /** The outcomes of a case. */
    public List<BenefitLine> benefits(long caseId) {
        return jdbc
                .sql("select benefit, who, machine, machine_fen, clause, township, township_reason, decided,"
                        + " decided_reason from casework.benefit where case_id = ?")
                .param(caseId)
                .query((row, i) -> new BenefitLine(
                        Benefit.valueOf(row.getString(1)),
                        row.getString(2),
                        Outcome.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getString(5),
                        outcome(row.getString(6)),
                        row.getString(7),
                        outcome(row.getString(8)),
                        row.getString(9)))
                .stream()
                .sorted(Comparator.comparing(BenefitLine::benefit).thenComparing(BenefitLine::who))
                .toList();
    }

    private static @Nullable Outcome outcome(@Nullable String code) {
        return code == null ? null : Outcome.valueOf(code);
    }

    /** Adds an objection. */
    public void object(CaseFile c, LocalDate day, String words) {
        jdbc.sql("insert into casework.objection (case_id, village, step, made_on, words) values (?, ?, ?, ?, ?)")
                .params(c.id(), c.village(), c.state().step().name(), day, words)
                .update();
    }

    /** Answers an objection; tells whether it was there and waiting. */
    public boolean answer(long caseId, long objection, LocalDate day, String answer) {
        return jdbc.sql("update casework.objection set answered_on = ?, answer = ? where case_id = ? and id = ?"
                                + " and answered_on is null")
                        .params(day, answer, caseId, objection)
                        .update()
                == 1;
    }

    /** The objections of a case, in order. */
    public List<Objection> objections(long caseId) {
        return jdbc.sql("select id, step, made_on, words, answered_on, answer from casework.objection"
                        + " where case_id = ? order by id")
                .param(caseId)
                .query((row, i) -> new Objection(
                        row.getLong(1),
                        Step.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }

    private static CaseFile caseFile(ResultSet row, int number) throws SQLException {
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
                row.getString("pause_reason"),
                row.getBoolean("relative"),
                row.getBoolean("complaint"),
                row.getBoolean("home_visit"),
                row.getInt("version"));
    }
}
