package org.doudi.server.benefits.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.doudi.server.benefits.ExitNotice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices of dibao that ends by itself. */
@Repository
public class ExitNoticeStore {
    private static final String NOTICE =
            "select n.id, n.household, h.number, coalesce(p.name, '') as head, n.fen, n.ends_on,"
                    + " n.announced_on, n.delivered_on, n.way, n.received_by from benefits.exit_notice n"
                    + " join registry.household h on h.id = n.household left join registry.person p on p.id = h.head ";

    private final JdbcClient jdbc;

    ExitNoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the notices that are due in one's area: of dibao that ends by itself between two days. What a decision cut short is told by its
     * letter, and what goes on by another award does not end.
     *
     * @return how many there are new
     */
    public int announce(LocalDate day, LocalDate until) {
        return jdbc.sql("""
                insert into benefits.exit_notice (village, household, fen, ends_on, announced_on)
                select a.village, a.household, a.fen, a.valid_to, :day from benefits.award a
                where a.benefit = 'DIBAO' and a.known_to is null
                    and a.valid_to > :day and a.valid_to <= :until
                    and a.village >= current_setting('doudi.area_from', true) and a.village <= current_setting('doudi.area_to', true)
                    and not exists (select from benefits.award b where b.household = a.household and b.benefit = 'DIBAO'
                        and b.known_to is null and b.valid_from <= a.valid_to and (b.valid_to is null or b.valid_to > a.valid_to))
                    and not exists (select from benefits.award_change c where c.household = a.household and c.benefit = 'DIBAO'
                        and c.from_month = a.valid_to and c.at = a.known_from)
                on conflict (household, ends_on) do nothing
                """).param("day", day).param("until", until).update();
    }

    /** The notices of one's area that the family has not got, the first end first. */
    public List<ExitNotice> open(int offset, int limit) {
        return jdbc.sql(NOTICE + "where n.delivered_on is null order by n.ends_on, n.id offset ? limit ?")
                .params(offset, limit)
                .query(ExitNoticeStore::notice)
                .list();
    }

    /** How many families of one's area have not got theirs. */
    public long count() {
        return jdbc.sql("select count(*) from benefits.exit_notice where delivered_on is null")
                .query(Long.class)
                .single();
    }

    /** The notices of a household, the newest first. */
    public List<ExitNotice> of(long household) {
        return jdbc.sql(NOTICE + "where n.household = ? order by n.ends_on desc")
                .param(household)
                .query(ExitNoticeStore::notice)
                .list();
    }

    /** A notice of one's area. */
    public Optional<ExitNotice> find(long id) {
        return jdbc.sql(NOTICE + "where n.id = ?")
                .param(id)
                .query(ExitNoticeStore::notice)
                .optional();
    }

    /** Notes that the family got it; tells whether it had not. */
    public boolean deliver(long id, LocalDate day, long officer, ExitNotice.Way way, String receivedBy) {
        return jdbc.sql("update benefits.exit_notice set delivered_on = ?, delivered_by = ?, way = ?, received_by = ?"
                                + " where id = ? and delivered_on is null")
                        .params(day, officer, way.name(), receivedBy, id)
                        .update()
                == 1;
    }

    private static ExitNotice notice(ResultSet row, int number) throws SQLException {
        String way = row.getString("way");
        return new ExitNotice(
                row.getLong("id"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getLong("fen"),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("announced_on", LocalDate.class),
                row.getObject("delivered_on", LocalDate.class),
                way == null ? null : ExitNotice.Way.valueOf(way),
                row.getString("received_by"));
    }
}
