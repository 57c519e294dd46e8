package org.doudi.server.benefits.store;

import java.time.LocalDate;
import org.doudi.server.benefits.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tries to move money. */
@Repository
public class TransferStore {
    private final JdbcClient jdbc;

    TransferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the transfers of a run: of every line of the county that is to be paid, up to the run's month, and whose payee has an account that
     * is in use. A line without one waits, which its state tells.
     */
    public void send(Run run, LocalDate day) {
        update("""
                update benefits.line l set state = 'TO_PAY'
                where l.state = 'NO_ACCOUNT' and l.month <= :month and l.village >= :from and l.village <= :to and l.fen > 0
                    and exists (select from benefits.bank_account a where a.person = l.payee and a.state = 'ACTIVE'
                        and a.usable_from <= :day)
                """, run, day);
        update("""
                update benefits.line l set state = 'NO_ACCOUNT'
                where l.state = 'TO_PAY' and l.month <= :month and l.village >= :from and l.village <= :to and l.fen > 0
                    and (l.run = :run or exists (select from benefits.run r where r.id = l.run and r.released_on is not null))
                    and not exists (select from benefits.bank_account a where a.person = l.payee and a.state = 'ACTIVE'
                        and a.usable_from <= :day)
                """, run, day);
        update("""
                with sent as (
                    insert into benefits.transfer (line, run, village, attempt, account, fen, reference, state)
                    select l.id, :run, l.village, t.n + 1, a.id, l.fen,
                        'D' || lpad(l.id::text, 12, '0') || '-' || (t.n + 1), 'SENT'
                    from benefits.line l
                    join benefits.bank_account a on a.person = l.payee and a.state = 'ACTIVE' and a.usable_from <= :day
                    cross join lateral (select count(*)::int as n from benefits.transfer t where t.line = l.id) t
                    where l.state = 'TO_PAY' and l.month <= :month and l.village >= :from and l.village <= :to and l.fen > 0
                        and (l.run = :run or exists (select from benefits.run r where r.id = l.run and r.released_on is not null))
                    returning line
                )
                update benefits.line l set state = 'SENT' from sent where sent.line = l.id
                """, run, day);
    }

    private void update(String sql, Run run, LocalDate day) {
        jdbc.sql(sql)
                .param("run", run.id())
                .param("month", run.month())
                .param("from", run.county() + "000000")
                .param("to", run.county() + "999999")
                .param("day", day)
                .update();
    }
}
