package org.doudi.server.portal.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.server.portal.Notice.Opinion;
import org.doudi.server.portal.Notice.Proposed;
import org.doudi.server.portal.Notice.Receiving;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Roll;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the notices through the portal's functions, which mask before anything leaves the database. */
@Repository
public class NoticeStore {
    private final JdbcClient jdbc;
    private final Divisions divisions;

    NoticeStore(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    /** Which notice. */
    public enum Wall {
        VILLAGE_NOTICE,
        COUNTY_NOTICE
    }

    /** What hangs out in a division on a day. */
    public List<Proposed> proposed(String code, Wall wall, LocalDate day) {
        return jdbc.sql("select number, village, applicant, members, dibao, monthly_fen, register, notice_from,"
                        + " notice_to from portal.proposed(?, ?, ?)")
                .params(code, wall.name(), day)
                .query((row, i) -> new Proposed(
                        row.getString(1),
                        divisions.names(row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        opinion(row.getString(5)),
                        Assessment.yuan(row.getLong(6)),
                        opinion(row.getString(7)),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalDate.class)))
                .list();
    }

    private static @Nullable Opinion opinion(@Nullable String code) {
        return code == null ? null : Opinion.valueOf(code);
    }

    /** Who receives in a village on a day, by roll. */
    public Map<Roll, List<Receiving>> receiving(String village, LocalDate day) {
        Map<Roll, List<Receiving>> rolls = new EnumMap<>(Roll.class);
        for (Roll roll : List.of(Roll.DIBAO, Roll.REGISTER, Roll.TEKUN)) {
            rolls.put(roll, new ArrayList<>());
        }
        jdbc.sql("select roll, applicant, members, monthly_yuan from portal.receiving(?, ?)")
                .params(village, day)
                .query(row -> {
                    Objects.requireNonNull(rolls.get(Roll.valueOf(row.getString(1))))
                            .add(new Receiving(row.getString(2), row.getInt(3), row.getString(4)));
                });
        return rolls;
    }
}
