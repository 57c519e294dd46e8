package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.Receipt;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Officer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of what belongs to a case on paper: pictures, and the receipts of decisions. */
@Repository
public class PaperStore {
    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a picture with the step that it belongs to. */
    public void keep(CaseFile c, String kind, Picture picture, Officer by, LocalDate day) {
        jdbc.sql(
                        "insert into casework.attachment (case_id, village, step, kind, media_type, content, added_by, added_on)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        c.id(),
                        c.village(),
                        c.state().step().name(),
                        kind,
                        picture.mediaType(),
                        picture.content(),
                        by.id().value(),
                        day)
                .update();
    }

    /** The ids of a case's pictures of a step. */
    public List<Long> pictures(long caseId, Step step) {
        return jdbc.sql("select id from casework.attachment where case_id = ? and step = ? order by id")
                .params(caseId, step.name())
                .query(Long.class)
                .list();
    }

    /** The ids of a case's pictures of a step that were added since that day. */
    public List<Long> pictures(long caseId, Step step, LocalDate since) {
        return jdbc.sql(
                        "select id from casework.attachment where case_id = ? and step = ? and added_on >= ? order by id")
                .params(caseId, step.name(), since)
                .query(Long.class)
                .list();
    }

    /** A picture of a case. */
    public Optional<Picture> picture(long caseId, long id) {
        return jdbc.sql("select media_type, content from casework.attachment where case_id = ? and id = ?")
                .params(caseId, id)
                .query((row, i) -> new Picture(row.getString(1), row.getBytes(2)))
                .optional();
    }

    /** Keeps what a decision was made from. */
    public void keep(CaseFile c, LocalDate day, Receipt receipt) {
        jdbc.sql(
                        "insert into casework.receipt (case_id, village, decided_on, pack, rules, facts, assessment, explanation)"
                                + " values (?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)")
                .params(
                        c.id(),
                        c.village(),
                        day,
                        receipt.pack(),
                        receipt.rules(),
                        receipt.facts(),
                        receipt.assessment(),
                        receipt.explanation())
                .update();
    }

    /** What the last decision of a case was made from. */
    public Optional<Receipt> receipt(long caseId) {
        return jdbc.sql("select decided_on, pack, rules, facts, assessment, explanation from casework.receipt"
                        + " where case_id = ? order by id desc limit 1")
                .param(caseId)
                .query((row, i) -> new Receipt(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .optional();
    }
}
