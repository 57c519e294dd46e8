package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.path.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of cases in one's area, the first due first. */
@Repository
public class ListStore {
    private static final String RUNNING = "where standing in ('RUNNING', 'PAUSED') and step = any (:steps)"
            + " and (:hands = 'ANY' or :hands = 'NOBODY' and holder is null or :hands = 'MINE' and holder = :me)"
            + " and (cast(:late as date) is null or due < :late and standing = 'RUNNING')";

    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In whose hands a case is. */
    public enum Hands {
        ANY,
        NOBODY,
        MINE
    }

    /**
     * Which running cases.
     *
     * @param steps where they are
     * @param me whose hands are mine
     * @param late the day before which they were due; the far past is nobody's, so {@link #ALWAYS} for all
     */
    public record Wanted(Collection<Step> steps, Hands hands, long me, LocalDate late) {}

    /** No matter when due. */
    public static final LocalDate ALWAYS = LocalDate.MAX;

    /** The running cases that are wanted. */
    public List<CaseFile> rows(Wanted w, int offset, int limit) {
        return bind(jdbc.sql(CaseStore.CASE + RUNNING + " order by due, id offset :offset limit :limit"), w)
                .param("offset", offset)
                .param("limit", limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** How many they are. */
    public int count(Wanted w) {
        return bind(jdbc.sql("select count(*)::int from casework.case_file " + RUNNING), w)
                .query(Integer.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Wanted w) {
        return sql.param("steps", w.steps().stream().map(Step::name).toArray(String[]::new))
                .param("hands", w.hands().name())
                .param("me", w.me())
                .param("late", w.late().equals(ALWAYS) ? null : w.late());
    }

    /** Running cases whose notice of one of these steps waits to be posted, by village. */
    public List<CaseFile> toPost(Collection<Step> steps, int limit) {
        return jdbc.sql(CaseStore.CASE + "where standing = 'RUNNING' and step = any (?) and notice_from is null"
                        + " order by village, due, id limit ?")
                .params(steps.stream().map(Step::name).toArray(String[]::new), limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** Cases that are over, the newest first. */
    public List<CaseFile> over(int offset, int limit) {
        return jdbc.sql(CaseStore.CASE
                        + "where standing not in ('RUNNING', 'PAUSED') order by since desc, id desc offset ? limit ?")
                .params(offset, limit)
                .query(CaseStore::caseFile)
                .list();
    }

    /** How many cases are late at a step in a township, and since when. */
    public record Late(String township, Step step, int cases, LocalDate oldest) {}

    /** What is late in one's area; figures only, so also for those who do not see people. */
    public List<Late> late(LocalDate day) {
        return jdbc.sql("select township, step, cases, oldest from casework.overdue(?) order by oldest, township, step")
                .param(day)
                .query((row, i) -> new Late(
                        row.getString(1),
                        Step.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class)))
                .list();
    }
}
