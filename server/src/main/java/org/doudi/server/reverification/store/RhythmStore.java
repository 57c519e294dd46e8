package org.doudi.server.reverification.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.Rhythm;
import org.doudi.server.reverification.Rhythm.Closing;
import org.doudi.server.reverification.Rhythm.State;
import org.doudi.server.reverification.Rhythm.Terms;
import org.doudi.server.reverification.Rhythms.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules of how often, and what they do to the looks that are planned. */
@Repository
public class RhythmStore {
    private static final String RHYTHM =
            "select r.*, a.name as entering, d.name as deciding from reverification.rhythm r"
                    + " left join identity.account a on a.id = r.entered_by left join identity.account d on d.id = r.decided_by ";
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    RhythmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rule of a category on a day. */
    public Optional<Rhythm> inForce(Category category, LocalDate day) {
        return jdbc.sql(RHYTHM + "where r.state = 'IN_FORCE' and r.category = ? and r.valid_from <= ?"
                        + " order by r.valid_from desc, r.id desc limit 1")
                .params(category.name(), day)
                .query(RhythmStore::rhythm)
                .optional();
    }

    /** What people entered, the newest first. */
    public List<Rhythm> entered() {
        return jdbc.sql(RHYTHM + "where r.entered_by is not null order by r.id desc limit ?")
                .param(MOST)
                .query(RhythmStore::rhythm)
                .list();
    }

    /** One of them. */
    public Optional<Rhythm> find(long id) {
        return jdbc.sql(RHYTHM + "where r.id = ?")
                .param(id)
                .query(RhythmStore::rhythm)
                .optional();
    }

    /** One that nobody else decides on until the transaction ends. */
    public Optional<Rhythm> lock(long id) {
        return jdbc.sql(RHYTHM + "where r.id = ? for update of r")
                .param(id)
                .query(RhythmStore::rhythm)
                .optional();
    }

    /** Adds a proposal; nothing if one waits for the same category and day. */
    public Optional<Long> propose(Category category, Terms terms, Source source, long officer, LocalDate day) {
        Set<Closing> machine = terms.machine();
        return jdbc.sql("insert into reverification.rhythm (category, valid_from, months, notice_days, grace_days,"
                        + " machine_closes, closes_unvisited, accepts_examples, asks_check, grade, state, announced, document, article,"
                        + " entered_by, entered_on) values (:category, :from, :months, :notice, :grace, :closes, :unvisited,"
                        + " :examples, :check, 'published', 'PROPOSED', :announced, :document, :article, :officer, :day)"
                        + " on conflict (category, valid_from) where state = 'PROPOSED' do nothing returning id")
                .param("category", category.name())
                .param("from", source.from())
                .param("months", terms.months())
                .param("notice", terms.noticeDays())
                .param("grace", terms.graceDays())
                .param("closes", machine.contains(Closing.UNCHANGED))
                .param("unvisited", machine.contains(Closing.UNVISITED))
                .param("examples", machine.contains(Closing.EXAMPLES))
                .param("check", machine.contains(Closing.CHECKED))
                .param("announced", source.announced())
                .param("document", source.document().strip())
                .param("article", source.article().strip())
                .param("officer", officer)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** Ends a proposal. */
    public void decide(long id, State state, long officer, LocalDate day, Instant at, String why) {
        jdbc.sql("update reverification.rhythm set state = ?, decided_by = ?, decided_on = ?, decided_at = ?, why = ?"
                        + " where id = ? and state = 'PROPOSED'")
                .params(Arrays.asList(state.name(), officer, day, at.atOffset(ZoneOffset.UTC), why, id))
                .update();
    }

    /**
     * The looks of a category that are planned, by a rule.
     *
     * @param toTell whose family is to be told by now and was not
     * @param missed whose days of grace are over
     * @param soon due within 30 days or overdue
     */
    public record Standing(long planned, long toTell, long missed, long soon) {}

    /** How the planned looks of a category stand on a day by a rule. */
    public Standing standing(Category category, Terms terms, LocalDate day) {
        return jdbc.sql("select count(*), count(*) filter (where announced_on is null and due_on - :notice <= :day),"
                        + " count(*) filter (where hold is null and due_on + :grace < :day and delivered_on + :grace < :day),"
                        + " count(*) filter (where due_on <= :day + 30)"
                        + " from reverification.task where state = 'PLANNED' and category = :category")
                .param("notice", terms.noticeDays())
                .param("grace", terms.graceDays())
                .param("day", day)
                .param("category", category.name())
                .query((row, n) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }

    private static Rhythm rhythm(ResultSet row, int number) throws SQLException {
        Set<Closing> machine = EnumSet.noneOf(Closing.class);
        if (row.getBoolean("machine_closes")) {
            machine.add(Closing.UNCHANGED);
        }
        if (row.getBoolean("closes_unvisited")) {
            machine.add(Closing.UNVISITED);
        }
        if (row.getBoolean("accepts_examples")) {
            machine.add(Closing.EXAMPLES);
        }
        if (row.getBoolean("asks_check")) {
            machine.add(Closing.CHECKED);
        }
        return new Rhythm(
                row.getLong("id"),
                Category.valueOf(row.getString("category")),
                row.getObject("valid_from", LocalDate.class),
                new Terms(row.getInt("months"), row.getInt("notice_days"), row.getInt("grace_days"), machine),
                row.getObject("announced", LocalDate.class),
                Objects.requireNonNullElse(row.getString("document"), ""),
                row.getString("article"),
                State.valueOf(row.getString("state")),
                row.getLong("entered_by"),
                Objects.requireNonNullElse(row.getString("entering"), ""),
                row.getObject("entered_on", LocalDate.class),
                row.getString("deciding"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("why"));
    }
}
