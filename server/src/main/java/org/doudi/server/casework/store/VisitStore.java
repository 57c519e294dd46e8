package org.doudi.server.casework.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.CaseFile;
import org.doudi.server.casework.Visit;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of the visits. Row-level security shows a surveyor their own only. */
@Repository
public class VisitStore {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VisitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes that the person is to visit; asked again, the day is the newer one and what was filled in is gone. */
    public void ask(CaseFile c, Officer visitor, LocalDate day) {
        jdbc.sql("insert into casework.visit (case_id, village, visitor, visitor_name, visitor_role, asked_on)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (case_id, visitor)"
                        + " do update set asked_on = excluded.asked_on, filled_on = null, content = null")
                .params(
                        c.id(),
                        c.village(),
                        visitor.id().value(),
                        visitor.name(),
                        visitor.role().name(),
                        day)
                .update();
    }

    /** Writes what the visitor found; tells whether there was such a visit. */
    public boolean fill(CaseFile c, Officer visitor, LocalDate day, Map<String, String> content) {
        return jdbc.sql("update casework.visit set filled_on = ?, content = ?::json where case_id = ? and visitor = ?")
                        .params(
                                day,
                                json.writeValueAsString(content),
                                c.id(),
                                visitor.id().value())
                        .update()
                == 1;
    }

    /** The visits of a case, the newest first. */
    public List<Visit> of(long caseId) {
        return jdbc.sql("select visitor, visitor_name, visitor_role, asked_on, filled_on, content::text"
                        + " from casework.visit where case_id = ? order by asked_on desc, id desc")
                .param(caseId)
                .query((row, i) -> {
                    String content = row.getString(6);
                    return new Visit(
                            row.getLong(1),
                            row.getString(2),
                            Role.valueOf(row.getString(3)),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDate.class),
                            content == null ? Map.of() : json.readValue(content, TEXTS));
                })
                .list();
    }
}
