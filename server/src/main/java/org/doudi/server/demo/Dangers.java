package org.doudi.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doudi.policy.Household;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingItem;
import org.doudi.server.changes.ChangeReport;
import org.doudi.server.changes.ChangeReports;
import org.doudi.server.changes.ReportKind;
import org.doudi.server.changes.Told;
import org.doudi.server.demo.Examples.Desk;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.registry.RegistryLists;
import org.doudi.server.registry.RegistryLists.HouseholdLine;
import org.doudi.server.shell.Today;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The village reports two disasters, of which the county accepts one, and a hospital bill is entered: alerts of families that were lifted out come of it. */
@Component
@Profile("demo")
@Order(3)
final class Dangers implements Examples.Example {
    private static final int MOST = 500;
    private static final int FAMILIES = 3;
    private static final long BILL_FEN = 80_000_00;
    private static final String LOSS = "60000";
    private static final String BILL = "医院结算单";

    private final RegistryLists lists;
    private final Households households;
    private final Facts facts;
    private final ChangeReports reports;
    private final KnownSince known;
    private final Today today;

    Dangers(
            RegistryLists lists,
            Households households,
            Facts facts,
            ChangeReports reports,
            KnownSince known,
            Today today) {
        this.lists = lists;
        this.households = households;
        this.facts = facts;
        this.reports = reports;
        this.known = known;
        this.today = today;
    }

    @Override
    public boolean show(Desk desk) {
        boolean before = desk.as(
                "assistant", () -> !reports.list(ChangeReports.Tab.MINE, 0).isEmpty());
        List<Long> lifted = before ? List.of() : desk.as("clerk", this::lifted);
        if (lifted.size() < FAMILIES) {
            return false;
        }
        desk.as("clerk", () -> billed(lifted.get(2)));
        long report = desk.as("assistant", () -> reported(lifted.get(0), DisasterKind.HAIL));
        desk.as("officer", () -> accepted(report));
        desk.as("assistant", () -> reported(lifted.get(1), DisasterKind.FIRE));
        return true;
    }

    /** The first families of the village that were lifted out. */
    private List<Long> lifted() {
        List<Long> lifted = new ArrayList<>();
        for (HouseholdLine line : lists.households(Optional.of(Post.village()), 0, MOST)) {
            Household record = households.record(line.id(), today.date(), today.now());
            Rolls.RegisterEntry entry = record.rolls().register();
            if (entry != null && entry.state() == RegisterState.LIFTED) {
                lifted.add(line.id());
            }
            if (lifted.size() == FAMILIES) {
                break;
            }
        }
        return lifted;
    }

    private long billed(long household) {
        Household now = households.record(household, today.date(), today.now());
        facts.record(
                FactChange.of(
                        household,
                        FactContent.Spending.with(now, 0, SpendingItem.MEDICAL_SELF_PAID, BILL_FEN),
                        today.date().minusDays(2),
                        BILL),
                BILL);
        return household;
    }

    private long reported(long household, DisasterKind what) {
        Told told = Told.of(
                ReportKind.DISASTER,
                Map.of(
                        "on",
                        today.date().minusDays(1).toString(),
                        "document",
                        "村委会现场查看",
                        "disaster",
                        what.name(),
                        "loss",
                        LOSS));
        return reports.send(UUID.randomUUID().toString(), household, known.stamp(household), told);
    }

    private long accepted(long id) {
        ChangeReport report = reports.get(id).report();
        reports.accept(id, report.version(), known.stamp(report.household()));
        return id;
    }
}
