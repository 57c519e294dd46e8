package org.doudi.server.reverification.store;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.reverification.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Re-verification in figures, for who sees no people as well. */
@Repository
public class FiguresStore {
    private final JdbcClient jdbc;

    FiguresStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Figures of divisions of so many digits below a place, of the last twelve months. */
    public List<Figures> figures(String place, int digits, LocalDate day) {
        return jdbc.sql("select * from reverification.figures(?, ?, ?) where place like ? || '%' order by place")
                .params(digits, day.minusYears(1), day, place)
                .query((row, n) -> new Figures(
                        row.getString("place"),
                        row.getLong("planned"),
                        row.getLong("overdue"),
                        row.getLong("held"),
                        row.getLong("due"),
                        row.getLong("in_time"),
                        row.getLong("late"),
                        new Figures.Ways(
                                row.getLong("by_machine"),
                                row.getLong("confirmed"),
                                row.getLong("by_case"),
                                row.getLong("off_roll"),
                                row.getLong("visited"),
                                row.getLong("drawn"))))
                .list();
    }
}
