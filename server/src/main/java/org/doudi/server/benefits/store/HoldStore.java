package org.doudi.server.benefits.store;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.Hold;
import org.doudi.server.benefits.HoldReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of holds, and what they do to lines that wait. */
@Repository
public class HoldStore {
    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The holds of a household, the newest first. */
    public List<Hold> of(long household) {
        return jdbc.sql("select id, from_month, reason, words, made_on, lifted_on from benefits.hold"
                        + " where household = ? order by id desc")
                .param(household)
                .query((row, n) -> new Hold(
                        row.getLong("id"),
                        row.getObject("from_month", LocalDate.class),
                        row.getString("reason"),
                        row.getString("words"),
                        row.getObject("made_on", LocalDate.class),
                        row.getObject("lifted_on", LocalDate.class)))
                .list();
    }

    /** Whether money is set aside in a county, so that its lines must stay as they are. */
    public boolean isFunded(String county) {
        return jdbc.sql("select exists (select from benefits.run where county = ? and state = 'FUNDED')")
                .param(county)
                .query(Boolean.class)
                .single();
    }

    /** Adds a hold, and answers it. */
    public long put(
            String village,
            long household,
            LocalDate month,
            HoldReason reason,
            String words,
            long officer,
            LocalDate day) {
        long hold = jdbc.sql(
                        "insert into benefits.hold (village, household, from_month, reason, words, made_by, made_on)"
                                + " values (?, ?, ?, ?, ?, ?, ?) returning id")
                .params(village, household, month, reason.name(), words, officer, day)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update benefits.line l set state = 'HELD' where l.household = ? and l.month >= ? and l.state = 'TO_PAY'")
                .params(household, month)
                .update();
        return hold;
    }

    /** Ends a hold that lasts; tells whether there was one. */
    public boolean lift(long household, long hold, long officer, LocalDate day) {
        boolean lifted = jdbc.sql("update benefits.hold set lifted_by = ?, lifted_on = ?"
                                + " where id = ? and household = ? and lifted_on is null")
                        .params(officer, day, hold, household)
                        .update()
                == 1;
        jdbc.sql("update benefits.line l set state = 'TO_PAY' where l.household = ? and l.state = 'HELD'"
                        + " and not exists (select from benefits.hold h where h.household = l.household"
                        + " and h.lifted_on is null and h.from_month <= l.month)")
                .param(household)
                .update();
        return lifted;
    }
}
