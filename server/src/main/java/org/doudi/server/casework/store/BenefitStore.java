package org.doudi.server.casework.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.BenefitLine;
import org.doudi.server.casework.BenefitLine.Judgement;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Outcome;
import org.doudi.server.casework.path.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of a case's benefits and their outcomes. */
@Repository
public class BenefitStore {
    private final JdbcClient jdbc;

    BenefitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the machine's outcomes in place of the former ones. */
    public void replace(CaseFile c, List<BenefitLine> lines) {
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

    /** Writes what a person says beside the machine's outcome. */
    public void judge(CaseFile c, BenefitLine line, Judgement judgement) {
        String columns = c.state().step() == Step.DECISION
                ? "decided = ?, decided_reason = ?, decided_fen = ?"
                : "township = ?, township_reason = ?, township_fen = ?";
        jdbc.sql("update casework.benefit set " + columns + " where case_id = ? and benefit = ? and who = ?")
                .params(Arrays.asList(
                        judgement.outcome().name(),
                        judgement.reason(),
                        judgement.fen(),
                        c.id(),
                        line.benefit().name(),
                        line.who()))
                .update();
    }

    /** Takes back what people said, for a case that goes back to be judged anew; the reports keep it. */
    public void unjudge(CaseFile c) {
        jdbc.sql("update casework.benefit set township = null, township_reason = null, township_fen = null,"
                        + " decided = null, decided_reason = null, decided_fen = null where case_id = ?")
                .param(c.id())
                .update();
    }

    /** The outcomes of a case. */
    public List<BenefitLine> of(long caseId) {
        return jdbc
                .sql("select benefit, who, machine, machine_fen, clause, township, township_reason, township_fen,"
                        + " decided, decided_reason, decided_fen from casework.benefit where case_id = ?")
                .param(caseId)
                .query((row, i) -> new BenefitLine(
                        Benefit.valueOf(row.getString("benefit")),
                        row.getString("who"),
                        Outcome.valueOf(row.getString("machine")),
                        row.getLong("machine_fen"),
                        row.getString("clause"),
                        judgement(row, "township"),
                        judgement(row, "decided")))
                .stream()
                .sorted(Comparator.comparing(BenefitLine::benefit).thenComparing(BenefitLine::who))
                .toList();
    }

    private static @Nullable Judgement judgement(ResultSet row, String whose) throws SQLException {
        String outcome = row.getString(whose);
        if (outcome == null) {
            return null;
        }
        // rows from before amounts could be set hold none: the machine's amount stood
        Long set = row.getObject(whose + "_fen", Long.class);
        long fen = set == null ? row.getLong("machine_fen") : set;
        return new Judgement(Outcome.valueOf(outcome), row.getString(whose + "_reason"), fen);
    }
}
