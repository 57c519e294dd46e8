package org.doudi.server.registry.store;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.policy.RegisterState;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.PovertyCause;
import org.doudi.server.registry.PovertyRegister;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Repository
@Transactional
class StoredRegister implements PovertyRegister {
    private final JdbcClient jdbc;
    private final RollBatch rolls;
    private final Reading reading;
    private final Today today;
    private final AuditTrail trail;

    StoredRegister(JdbcClient jdbc, RollBatch rolls, Reading reading, Today today, AuditTrail trail) {
        this.jdbc = jdbc;
        this.rolls = rolls;
        this.reading = reading;
        this.today = today;
        this.trail = trail;
    }

    private void here(long household) {
        boolean here = jdbc.sql("select exists (select from registry.household where id = ?)")
                .param(household)
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new NoSuchElementException("no household " + household + " here");
        }
        reading.household(household);
    }

    @Override
    public List<Standing> history(long household) {
        here(household);
        return jdbc.sql("select content::text as content, valid_from, valid_to, source from registry.roll_entry"
                        + " where household = ? and roll = 'REGISTER' and known_to is null order by valid_from desc")
                .param(household)
                .query((row, n) -> {
                    JsonNode content = Pieces.JSON.readTree(row.getString("content"));
                    List<String> others = new ArrayList<>();
                    content.path("otherCauses").forEach(c -> others.add(c.stringValue()));
                    return new Standing(
                            RegisterState.valueOf(content.get("state").stringValue()),
                            content.has("liftedOn")
                                    ? LocalDate.parse(content.get("liftedOn").stringValue())
                                    : null,
                            content.path("attribute").asString(""),
                            content.path("cause").asString(""),
                            others,
                            Times.day(row, "valid_from"),
                            Times.dayOrNull(row, "valid_to"),
                            row.getString("source"));
                })
                .list();
    }

    @Override
    public void record(long household, Change change) {
        here(household);
        Lifted lifted = change.lifted();
        ObjectNode content = Pieces.of(RollEntry.register(
                lifted == null
                        ? new RollEntry.Register(change.state(), null, false, change.causes())
                        : new RollEntry.Register(
                                change.state(), lifted.on(), lifted.way() == Way.PROGRAMME, change.causes())));
        content.put("attribute", change.attribute().word());
        rolls.write(
                Roll.REGISTER,
                List.of(new RollBatch.Entry(household, null, content, change.from())),
                change.from(),
                change.source(),
                today.now().truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public List<Measure> measures(long household) {
        here(household);
        record Told(long measure, Report report) {}
        List<Told> told = jdbc.sql(
                        "select measure, reported_on, stage, words, officer_name from registry.measure_report"
                                + " where household = ? order by reported_on desc, id desc")
                .param(household)
                .query((row, n) -> new Told(
                        row.getLong("measure"),
                        new Report(
                                Times.day(row, "reported_on"),
                                Stage.valueOf(row.getString("stage")),
                                row.getString("words"),
                                row.getString("officer_name"))))
                .list();
        return jdbc.sql("select id, cause, plan, helper, started_on, planned_by from registry.measure"
                        + " where household = ? order by id desc")
                .param(household)
                .query((row, n) -> {
                    long id = row.getLong("id");
                    return new Measure(
                            id,
                            PovertyCause.valueOf(row.getString("cause")),
                            row.getString("plan"),
                            row.getString("helper"),
                            Times.day(row, "started_on"),
                            row.getString("planned_by"),
                            told.stream()
                                    .filter(t -> t.measure() == id)
                                    .map(Told::report)
                                    .toList());
                })
                .list();
    }

    @Override
    public void plan(long household, PovertyCause cause, String plan, String helper, LocalDate startedOn) {
        here(household);
        jdbc.sql("insert into registry.measure (household, village, cause, plan, helper, started_on, planned_by,"
                        + " planned_at) select id, village, :cause, :plan, :helper, :on, :officer, :now"
                        + " from registry.household where id = :household")
                .param("cause", cause.name())
                .param("plan", plan)
                .param("helper", helper)
                .param("on", startedOn)
                .param("officer", Scope.officer().name())
                .param("now", Times.sql(today.now()))
                .param("household", household)
                .update();
        trail.record(Act.HOUSEHOLD_CHANGED, Subject.household(household), "", "measure planned against " + cause);
    }

    @Override
    public void report(long household, long measure, Report report) {
        here(household);
        int written = jdbc.sql("insert into registry.measure_report (measure, household, village, reported_on, stage,"
                        + " words, officer_name, reported_at) select id, household, village, :on, :stage, :words, :officer,"
                        + " :now from registry.measure where id = :measure and household = :household")
                .param("on", report.on())
                .param("stage", report.stage().name())
                .param("words", report.words())
                .param("officer", report.officer())
                .param("now", Times.sql(today.now()))
                .param("measure", measure)
                .param("household", household)
                .update();
        if (written == 0) {
            throw new NoSuchElementException("no measure " + measure + " here");
        }
        trail.record(Act.HOUSEHOLD_CHANGED, Subject.household(household), "", "measure reported: " + report.stage());
    }
}
