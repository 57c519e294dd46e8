package org.doudi.server.changes.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.changes.ChangeReport;
import org.doudi.server.changes.ChangeReport.End;
import org.doudi.server.changes.ChangeReport.Sender;
import org.doudi.server.changes.ChangeReport.State;
import org.doudi.server.changes.ChangeReports.Tab;
import org.doudi.server.changes.ChangeReports.Waiting;
import org.doudi.server.changes.ReportKind;
import org.doudi.server.changes.SentBack;
import org.doudi.server.changes.Told;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports as they lie in the database; what was said is encrypted. */
@Repository
public class ReportStore {
    private static final String CONTENT = "changes.report.content";
    private static final TypeReference<Map<String, String>> SAID = new TypeReference<>() {};
    private static final String REPORT = "select r.*, coalesce(h.number, '') as number, coalesce(p.name, '') as head"
            + " from changes.report r left join registry.household h on h.id = r.household left join registry.person p on p.id = h.head ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final WorkingDays calendar;

    ReportStore(JdbcClient jdbc, Vault vault, JsonMapper json, Deadlines deadlines) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.calendar = deadlines.calendar();
    }

    private record Duty(Role role, int workingDays) {}

    /** The report that somebody sent with a key. */
    public Optional<Long> sent(String key, long officer) {
        return jdbc.sql("select id from changes.report where form_key = cast(? as uuid) and sender = ?")
                .params(key, officer)
                .query(Long.class)
                .optional();
    }

    /** Keeps a report; nothing if the key is another one's. */
    public Optional<Long> keep(
            String key, HouseholdView household, Told told, LocalDate on, Officer me, LocalDate day) {
        Duty duty = jdbc.sql("select role, working_days from changes.duty where kind = ? and valid_from <= ?"
                        + " order by valid_from desc limit 1")
                .params(told.kind().name(), day)
                .query((row, n) -> new Duty(Role.valueOf(row.getString(1)), row.getInt(2)))
                .single();
        return jdbc.sql("insert into changes.report (form_key, village, household, kind, happened_on, content_enc,"
                        + " state, sender, sender_name, sender_role, sent_on, owner, due_on) values (cast(:key as uuid),"
                        + " :village, :household, :kind, :on, :content, 'SENT', :sender, :name, :role, :day, :owner, :due)"
                        + " on conflict (form_key) do nothing returning id")
                .param("key", key)
                .param("village", household.village())
                .param("household", household.id())
                .param("kind", told.kind().name())
                .param("on", on)
                .param("content", vault.encrypt(CONTENT, json.writeValueAsString(told.said())))
                .param("sender", me.id().value())
                .param("name", me.name())
                .param("role", me.role().name())
                .param("day", day)
                .param("owner", duty.role().name())
                .param("due", calendar.after(day, duty.workingDays()))
                .query(Long.class)
                .optional();
    }

    /** What was said. */
    public Told told(ChangeReport report) {
        byte[] content = jdbc.sql("select content_enc from changes.report where id = ?")
                .param(report.id())
                .query(byte[].class)
                .single();
        return new Told(report.kind(), json.readValue(vault.decrypt(CONTENT, content), SAID));
    }

    /** A page of reports. */
    public List<ChangeReport> list(Tab tab, long officer, Role role, LocalDate day, int offset, int limit) {
        String which = switch (tab) {
            case TO_DECIDE -> "r.state = 'SENT' and r.owner = :role";
            case MINE -> "r.sender = :me";
            case OVERDUE -> "r.state = 'SENT' and r.due_on < :day";
            case SENT -> "r.state = 'SENT'";
            case ENDED -> "r.state <> 'SENT'";
        };
        String order = tab == Tab.ENDED || tab == Tab.MINE ? "r.id desc" : "r.due_on, r.id";
        return jdbc.sql(REPORT + "where " + which + " order by " + order + " offset :offset limit :limit")
                .param("role", role.name())
                .param("me", officer)
                .param("day", day)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> report(row, day))
                .list();
    }

    /** What waits for an office and a person. */
    public Waiting waiting(Role role, long officer, LocalDate day) {
        return jdbc.sql("select count(*) filter (where state = 'SENT' and owner = :role),"
                        + " count(*) filter (where state = 'SENT' and owner = :role and due_on < :day),"
                        + " count(*) filter (where state = 'SENT_BACK' and sender = :me and ended_on > :day - 30)"
                        + " from changes.report")
                .param("role", role.name())
                .param("day", day)
                .param("me", officer)
                .query((row, n) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** A report of one's area. */
    public Optional<ChangeReport> find(long id, LocalDate day) {
        return jdbc.sql(REPORT + "where r.id = ?")
                .param(id)
                .query((row, n) -> report(row, day))
                .optional();
    }

    /** Lets nobody else decide until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from changes.report where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** Ends it. */
    public void end(long id, State state, End end) {
        SentBack reason = end.reason();
        jdbc.sql("update changes.report set state = :state, ended_on = :on, ended_by = :by, reason = :reason,"
                        + " words = :words, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("on", end.on())
                .param("by", end.byName())
                .param("reason", reason == null ? null : reason.name())
                .param("words", end.words())
                .param("id", id)
                .update();
    }

    private ChangeReport report(ResultSet row, LocalDate day) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        return new ChangeReport(
                row.getLong("id"),
                row.getString("form_key"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("village"),
                ReportKind.valueOf(row.getString("kind")),
                row.getObject("happened_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                new Sender(
                        row.getLong("sender"),
                        row.getString("sender_name"),
                        Role.valueOf(row.getString("sender_role"))),
                row.getObject("sent_on", LocalDate.class),
                Role.valueOf(row.getString("owner")),
                due,
                calendar.left(day, due),
                end(row),
                row.getInt("version"));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("ended_on", LocalDate.class);
        String reason = row.getString("reason");
        return on == null
                ? null
                : new End(
                        on,
                        row.getString("ended_by"),
                        reason == null ? null : SentBack.valueOf(reason),
                        row.getString("words"));
    }
}
