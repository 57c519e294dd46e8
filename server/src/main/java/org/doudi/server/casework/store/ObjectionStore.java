package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Objection;
import org.doudi.server.casework.path.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the objections. */
@Repository
public class ObjectionStore {
    private final JdbcClient jdbc;

    ObjectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an objection. */
    public void add(CaseFile c, LocalDate day, String words) {
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
    public List<Objection> of(long caseId) {
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

    /** How many objections of a case wait for an answer. */
    public int waiting(long caseId) {
        return jdbc.sql("select count(*)::int from casework.objection where case_id = ? and answered_on is null")
                .param(caseId)
                .query(Integer.class)
                .single();
    }
}
