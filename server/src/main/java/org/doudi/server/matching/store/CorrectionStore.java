package org.doudi.server.matching.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.matching.Correction;
import org.doudi.server.matching.PairView;
import org.doudi.server.registry.ListKind;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Numbers on lists that are wrong. Row-level security shows a department its own. */
@Repository
public class CorrectionStore {
    private static final String LISTED = "matching.correction.listed";
    private static final String PROPOSED = "matching.correction.proposed";
    private static final String CORRECTION =
            "select c.id, c.pair, c.department, c.list, c.file_name, c.line, p.name, c.listed_enc,"
                    + " c.proposed_enc, c.state, c.raised_name, c.raised_at, c.answered_name, c.answered_at from matching.correction c"
                    + " join registry.person p on p.id = c.person ";
    private static final int AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final Vault vault;

    CorrectionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Tells a number that is wrong, once. */
    public void raise(PairView pair, PairView.Source source, String listed, String proposed, String by, Instant now) {
        jdbc.sql(
                        "insert into matching.correction (pair, village, department, list, file_name, line, person, listed_enc,"
                                + " proposed_enc, state, raised_name, raised_at) values (:pair, :village, :department, :list, :file,"
                                + " :line, :person, :listed, :proposed, 'OPEN', :by, :now) on conflict (pair) do update set listed_enc = excluded.listed_enc,"
                                + " proposed_enc = excluded.proposed_enc, state = 'OPEN', raised_name = excluded.raised_name,"
                                + " raised_at = excluded.raised_at, answered_name = null, answered_at = null"
                                + " where correction.state = 'WITHDRAWN'")
                .param("pair", pair.id())
                .param("village", pair.village())
                .param("department", source.list().department().name())
                .param("list", source.list().name())
                .param("file", source.fileName())
                .param("line", source.line())
                .param("person", pair.person())
                .param("listed", vault.encrypt(LISTED, listed))
                .param("proposed", vault.encrypt(PROPOSED, proposed))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was asked of rows of a kind of list that mean a person, the last first. */
    public List<Correction> of(ListKind list, long person) {
        return jdbc.sql(CORRECTION + "where c.list = ? and c.person = ? order by c.id desc")
                .params(list.name(), person)
                .query(mapper())
                .list();
    }

    /** The wrong number has come again: where it stands now. */
    public void again(long id, PairView.Source source) {
        jdbc.sql("update matching.correction set file_name = ?, line = ? where id = ?")
                .params(source.fileName(), source.line(), id)
                .update();
    }

    /** A page, those that nobody answered first. */
    public List<Correction> list(int offset, int limit) {
        return jdbc.sql(CORRECTION + "order by c.state <> 'OPEN', c.raised_at desc, c.id desc offset ? limit ?")
                .params(offset, limit)
                .query(mapper())
                .list();
    }

    /** All that nobody answered, by list and line. */
    public void each(Consumer<Correction> to) {
        RowMapper<Correction> mapper = mapper();
        jdbc.sql(CORRECTION + "where c.state = 'OPEN' order by c.list, c.file_name, c.line, c.id")
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    to.accept(Objects.requireNonNull(mapper.mapRow(row, 0)));
                });
    }

    /** One, which nobody else answers until the transaction ends. */
    public Optional<Correction> lock(long id) {
        return jdbc.sql(CORRECTION + "where c.id = ? for update of c")
                .param(id)
                .query(mapper())
                .optional();
    }

    /** Keeps the answer. */
    public void answer(long id, Correction.State state, Officer by, Instant now) {
        jdbc.sql("update matching.correction set state = ?, answered_name = ?, answered_at = ? where id = ?")
                .params(state.name(), by.name(), now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Withdraws what a pair made somebody ask. */
    public void withdraw(long pair, Officer by, Instant now) {
        jdbc.sql(
                        "update matching.correction set state = 'WITHDRAWN', answered_name = ?, answered_at = ? where pair = ?")
                .params(by.name(), now.atOffset(ZoneOffset.UTC), pair)
                .update();
    }

    private RowMapper<Correction> mapper() {
        return (row, n) -> {
            OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
            return new Correction(
                    row.getLong("id"),
                    row.getLong("pair"),
                    Department.valueOf(row.getString("department")),
                    ListKind.valueOf(row.getString("list")),
                    row.getString("file_name"),
                    row.getInt("line"),
                    row.getString("name"),
                    vault.decrypt(LISTED, row.getBytes("listed_enc")),
                    vault.decrypt(PROPOSED, row.getBytes("proposed_enc")),
                    Correction.State.valueOf(row.getString("state")),
                    row.getString("raised_name"),
                    row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                    row.getString("answered_name"),
                    answered == null ? null : answered.toInstant());
        };
    }
}
