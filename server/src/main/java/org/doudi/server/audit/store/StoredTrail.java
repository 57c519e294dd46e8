package org.doudi.server.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditEntry;
import org.doudi.server.audit.AuditSearch;
import org.doudi.server.audit.AuditSource;
import org.doudi.server.audit.ChainHead;
import org.doudi.server.identity.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the trail in the table audit.entry. */
@Repository
class StoredTrail implements AuditSource, AuditSearch {
    private static final int FETCH = 2000;
    private static final String COLUMNS = "select chain, number, at, officer, officer_name, role, department, area,"
            + " origin, act, household, person, case_number, why, what, hash from audit.entry";

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    StoredTrail(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(FETCH);
    }

    /** Entries and heads of one moment, while others go on writing. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void read(Reader reader) {
        List<ChainHead> heads = jdbc.sql("select chain, count, hash, seal from audit.head order by chain")
                .query(StoredTrail::head)
                .list();
        for (int chain = 0; chain < ChainHead.CHAINS; chain++) {
            int current = chain;
            streaming.query(COLUMNS + " where chain = " + chain + " order by number", row -> {
                reader.entry(entry(row, 0));
            });
            heads.stream().filter(h -> h.chain() == current).forEach(reader::head);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> newest(Filter filter, int most) {
        Act act = filter.act();
        LocalDate day = filter.day();
        String officer = filter.officer();
        return jdbc.sql(COLUMNS + " where (cast(:officer as text) is null or strpos(officer_name, :officer) > 0)"
                        + " and (cast(:act as text) is null or act = :act)"
                        + " and (cast(:from as timestamptz) is null or (at >= :from and at < :to))"
                        + " order by at desc, chain, number desc limit :most")
                .param("officer", officer)
                .param("act", act == null ? null : act.name())
                .param("from", start(day))
                .param("to", day == null ? null : start(day.plusDays(1)))
                .param("most", most)
                .query(StoredTrail::entry)
                .list();
    }

    private static @Nullable Timestamp start(@Nullable LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(Area.ZONE).toInstant());
    }

    @Override
    @Transactional(readOnly = true)
    public List<AuditEntry> readersOf(long household, int most) {
        return jdbc.sql(COLUMNS + " where household = :household and act in (:acts)"
                        + " order by at desc, chain, number desc limit :most")
                .param("household", household)
                .param(
                        "acts",
                        List.of(
                                Act.PERSON_READ.name(),
                                Act.HOUSEHOLD_READ.name(),
                                Act.ID_REVEALED.name(),
                                Act.CASE_READ.name(),
                                Act.EXPORTED.name()))
                .param("most", most)
                .query(StoredTrail::entry)
                .list();
    }

    private static ChainHead head(ResultSet row, int index) throws SQLException {
        return new ChainHead(row.getInt("chain"), row.getLong("count"), text(row, "hash"), row.getString("seal"));
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        return new AuditEntry(
                row.getInt("chain"),
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getLong("officer"),
                text(row, "officer_name"),
                text(row, "role"),
                text(row, "department"),
                text(row, "area"),
                text(row, "origin"),
                text(row, "act"),
                number(row, "household"),
                number(row, "person"),
                row.getString("case_number"),
                text(row, "why"),
                text(row, "what"),
                text(row, "hash"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
