package org.doudi.server.benefits.store;

import java.time.LocalDate;
import org.doudi.server.benefits.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tries to move money. */
@Repository
public class TransferStore {
    private static final String WAITING = "l.month <= :month and l.village >= :from and l.village <= :to and l.fen > 0";
    private static final String USABLE = "a.person = l.payee and a.state = 'ACTIVE' and a.usable_from <= :day";

    /** How a line {@code l} stands that may go out again. */
    static final String AGAIN = "case when exists (select from benefits.hold h where h.household = l.household"
            + " and h.lifted_on is null and h.from_month <= l.month) then 'HELD' else 'TO_PAY' end";

    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the transfers of a run: of every line of the county that is to be paid, up to the run's month, and whose payee has an account that
     * is in use. A line without one waits, which its state tells.
     */
    public void send(Run run, LocalDate day) {
        start(run, day);
        jdbc.sql("set local work_mem = '128MB'").update();
        update("""
                update benefits.line l set late = true where l.run = :run and l.state = 'HELD'
                """, run, day);
        update("""
                update benefits.line l set state = 'TO_PAY'
                where l.late and l.state = 'NO_ACCOUNT' and WAITING
                    and exists (select from benefits.bank_account a where USABLE)
                """, run, day);
        update("""
                update benefits.line l set state = 'NO_ACCOUNT', late = true
                where (l.run = :run or l.late) and l.state = 'TO_PAY' and WAITING
                    and not exists (select from benefits.bank_account a where USABLE)
                """, run, day);
        update("""
                insert into benefits.transfer (line, run, village, attempt, account, fen, reference, state)
                select line, :run, village, attempt, account, fen, 'D' || lpad(line::text, 12, '0') || '-' || attempt, 'SENT'
                from (
                    select l.id as line, l.village, a.id as account, l.fen,
                        case when l.late then 1 + (select count(*)::int from benefits.transfer t where t.line = l.id) else 1 end
                            as attempt
                    from benefits.line l join benefits.bank_account a on USABLE
                    where (l.run = :run or l.late) and l.state = 'TO_PAY' and WAITING
                ) x
                """, run, day);
        update("""
                update benefits.line l set state = 'SENT', late = false from benefits.transfer t
                where t.run = :run and t.line = l.id
                """, run, day);
        jdbc.sql("set local work_mem to default").update();
    }

    /** The accounts whose first day has come take the place of the old ones. */
    private void start(Run run, LocalDate day) {
        update("""
                update benefits.bank_account o set state = 'RETIRED' from benefits.bank_account n
                where n.state = 'COMING' and n.usable_from <= :day and n.village >= :from and n.village <= :to
                    and o.person = n.person and o.state = 'ACTIVE'
                """, run, day);
        update("""
                update benefits.bank_account set state = 'ACTIVE'
                where state = 'COMING' and usable_from <= :day and village >= :from and village <= :to
                """, run, day);
    }

    private void update(String sql, Run run, LocalDate day) {
        jdbc.sql(sql.replace("WAITING", WAITING).replace("USABLE", USABLE))
                .param("run", run.id())
                .param("month", run.month())
                .param("from", run.county() + "000000")
                .param("to", run.county() + "999999")
                .param("day", day)
                .update();
    }
}
