package org.doudi.server.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doudi.policy.RegisterState;
import org.doudi.server.changes.ReportRefused.Fault;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.AlertReason;
import org.doudi.server.matching.Alerts;
import org.doudi.server.matching.Recalculation;
import org.doudi.server.registry.CountyDesk;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Effect;
import org.doudi.server.registry.Effects;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.Disaster;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A disaster on its way: reported by the village, shown before it is sent, accepted by the county, and then seen by the watch. */
class DisasterReportTest extends CountyDesk {
    @Autowired
    private ChangeReports reports;

    @Autowired
    private Effects effects;

    @Autowired
    private KnownSince known;

    @Autowired
    private Rolls rolls;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Recalculation recalculation;

    private void look() {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private HouseholdView lifted() {
        List<Long> free = county(() -> transaction.execute(t -> jdbc.sql(
                        "select h.id from registry.household h"
                                + " where dissolved_on is null and not exists (select from changes.report r where r.household = h.id)"
                                + " and not exists (select from registry.roll_entry e where e.household = h.id) order by h.id limit 1")
                .query(Long.class)
                .list()));
        LocalDate since = today.date().minusMonths(6);
        county(() -> {
            rolls.enter(
                    free.get(0),
                    RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, since, false)),
                    since,
                    "test",
                    "test");
            return since;
        });
        look();
        return county(() -> households.get(free.get(0)));
    }

    private Told told(String what, String loss) {
        return Told.of(
                ReportKind.DISASTER,
                Map.of("on", today.date().minusDays(3).toString(), "document", "村里看过", "disaster", what, "loss", loss));
    }

    private List<Effect> shown(HouseholdView family, Told told) {
        return as(
                Role.VILLAGE_ASSISTANT,
                family.village(),
                () -> effects.of(List.of(reports.outlook(family.id(), told)), family, Locale.CHINESE)
                        .get(0)
                        .effects());
    }

    private void sentAndAccepted(HouseholdView family, Told told) {
        long id = as(
                Role.VILLAGE_ASSISTANT,
                family.village(),
                () -> reports.send(UUID.randomUUID().toString(), family.id(), known.stamp(family.id()), told));
        look();
        assertThat(stands(family)).as("a report alone is no fact").isFalse();
        county(() -> {
            reports.accept(id, 0, known.stamp(family.id()));
            return id;
        });
        look();
    }

    private boolean stands(HouseholdView family) {
        return county(() -> alerts.of(family.id())).stream().anyMatch(a -> a.reason() == AlertReason.DISASTER);
    }

    @Test
    @DisplayName(
            "2.1-5 a disaster that is reported shows before it is sent that an alert follows, and the alert follows when the county accepts it")
    void reported() {
        HouseholdView family = lifted();
        assertThat(shown(family, told("FLOOD", "0.01")))
                .noneMatch(e -> e.what().equals("返贫预警") && e.after().contains("受灾"));
        assertThat(shown(family, told("FLOOD", "9000000.50")))
                .anySatisfy(e -> {
                    assertThat(e.what()).isEqualTo("返贫预警");
                    assertThat(e.after()).contains("受灾损失大（9,000,000.50，线 ");
                    assertThat(e.differs()).isTrue();
                })
                .anySatisfy(e -> assertThat(e.before() + " " + e.after()).isEqualTo("– 9,000,000.50"));
        sentAndAccepted(family, told("FLOOD", "9000000.50"));
        assertThat(stands(family)).isTrue();
        assertThat(county(() -> facts.circumstances(family.id(), today.date(), today.now()))
                        .disasters())
                .isEqualTo(FactContent.Disasters.NONE.with(
                        new Disaster(today.date().minusDays(3), DisasterKind.FLOOD, 900_000_050L)));
    }

    @Test
    @DisplayName("2.1-5 a disaster of no kind or with no amount is told at once")
    void faults() {
        HouseholdView family = lifted();
        assertThatThrownBy(() -> shown(family, told("WAR", "-1")))
                .isInstanceOfSatisfying(
                        ReportRefused.class,
                        e -> assertThat(e.faults()).containsExactlyInAnyOrder(Fault.DISASTER, Fault.YUAN));
    }
}
