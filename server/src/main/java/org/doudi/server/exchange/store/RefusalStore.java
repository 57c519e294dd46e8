package org.doudi.server.exchange.store;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.identity.Department;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was refused. */
@Repository
public class RefusalStore {
    private final JdbcClient jdbc;

    RefusalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A refusal on a page. */
    public record Refused(
            LocalDate askedOn,
            @Nullable SharedList list,
            @Nullable Department receiver,
            Cause cause) {}

    /** Keeps a refusal. */
    public void keep(String county, LocalDate day, long officer, SharingRefused refused) {
        SharedList list = refused.list();
        Department receiver = refused.receiver();
        jdbc.sql(
                        "insert into exchange.refusal (county, asked_on, officer, list, receiver, cause) values (?, ?, ?, ?, ?, ?)")
                .params(
                        county,
                        day,
                        officer,
                        list == null ? "" : list.name(),
                        receiver == null ? "" : receiver.name(),
                        refused.why().name())
                .update();
    }

    /** The newest refusals of an area. */
    public List<Refused> of(String area, int most) {
        return jdbc.sql("select asked_on, list, receiver, cause from exchange.refusal where county like ? || '%'"
                        + " order by id desc limit ?")
                .params(area, most)
                .query((row, n) -> new Refused(
                        row.getObject(1, LocalDate.class),
                        row.getString(2).isEmpty() ? null : SharedList.valueOf(row.getString(2)),
                        row.getString(3).isEmpty() ? null : Department.valueOf(row.getString(3)),
                        Cause.valueOf(row.getString(4))))
                .list();
    }
}
