package org.doudi.server.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.Household;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.changes.ChangeReport.End;
import org.doudi.server.changes.ChangeReport.State;
import org.doudi.server.changes.ReportReading.Writing;
import org.doudi.server.changes.ReportRefused.Cause;
import org.doudi.server.changes.store.ReportStore;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdChanges.Side;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.registry.Transfers;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports of changes (clause 2.4-2): sent by the village or the township with what they would do before the eyes, accepted by the office that answers for the
 * kind, and only then recorded, with the report as the source.
 */
@Service
public class ChangeReports {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The shortest words of somebody who sends a report back. */
    public static final int SHORTEST = 4;

    /** Who reports. */
    public static final Set<Role> REPORTERS = Set.of(Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK);

    private static final int LONGEST = 500;
    private static final String KEY = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final ReportStore store;
    private final Households households;
    private final HouseholdChanges changes;
    private final Facts facts;
    private final Transfers transfers;
    private final KnownSince known;
    private final Relatives relatives;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Today today;
    private final Officer platform;

    ChangeReports(
            ReportStore store,
            Households households,
            HouseholdChanges changes,
            Facts facts,
            Transfers transfers,
            KnownSince known,
            Relatives relatives,
            AuditTrail trail,
            TransactionTemplate transaction,
            Today today,
            @Value("${doudi.city:2109}") String city) {
        this.store = store;
        this.households = households;
        this.changes = changes;
        this.facts = facts;
        this.transfers = transfers;
        this.known = known;
        this.relatives = relatives;
        this.trail = trail;
        this.transaction = transaction;
        this.today = today;
        this.platform = Officer.system(new Area(city));
    }

    /** A household that a report can be made of. */
    public HouseholdView household(long id) {
        return households.find(id).orElseThrow(() -> new ReportRefused(Cause.NOTHING));
    }

    /**
     * What accepting it would do: tried as the office that sees all of the city, looked at, and taken back.
     *
     * @throws org.doudi.server.registry.ChangeRefused if it cannot be
     */
    public Side outlook(long household, Told told) {
        HouseholdView view = household(household);
        return Scope.as(platform, () -> changes.tried(household, () -> write(read(view, told, "-"))));
    }

    private Writing read(HouseholdView view, Told told, String source) {
        Household record;
        try {
            record = households.record(view.id(), today.date(), today.now());
        } catch (NoSuchElementException e) {
            throw new ReportRefused(Cause.NOTHING);
        }
        Disasters disasters =
                facts.circumstances(view.id(), today.date(), today.now()).disasters();
        return new ReportReading(view, changes.away(view.id()), record, disasters, told).read(today.date(), source);
    }

    private void write(Writing writing) {
        HouseholdChange change = writing.change();
        if (change != null) {
            changes.carryOut(change);
        }
        writing.facts().forEach(fact -> facts.record(fact, fact.source()));
    }

    /**
     * Sends a report. The same key a second time answers with the first report.
     *
     * @param stamp what was known of the household when the form was opened
     */
    public long send(String key, long household, String stamp, Told told) {
        Officer me = Scope.officer();
        only(REPORTERS.contains(me.role()));
        if (!key.matches(KEY)) {
            throw new ReportRefused(Cause.KEY);
        }
        Optional<Long> before = Objects.requireNonNull(
                transaction.execute(t -> store.sent(key, me.id().value())));
        if (before.isPresent()) {
            return before.get();
        }
        outlook(household, told);
        LocalDate on = ReportReading.day(told).orElseThrow();
        return Objects.requireNonNull(transaction.execute(t -> {
            if (!known.stamp(household).equals(stamp)) {
                throw new ReportRefused(Cause.OVERTAKEN);
            }
            long id = store.keep(key, household(household), told, on, me, today.date())
                    .orElseThrow(() -> new ReportRefused(Cause.KEY));
            note(household, told.kind() + " reported");
            return id;
        }));
    }

    /** Which reports are shown. */
    public enum Tab {
        /** What my office is to decide. */
        TO_DECIDE,
        /** What I sent. */
        MINE,
        OVERDUE,
        SENT,
        ENDED
    }

    /** A page of reports. */
    @Transactional
    public List<ChangeReport> list(Tab tab, int page) {
        Officer me = Scope.officer();
        List<ChangeReport> found = store.list(tab, me.id().value(), me.role(), today.date(), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "change reports " + tab + " " + found.size());
        return found;
    }

    /**
     * How many wait for my office, and how many of them too long.
     *
     * @param back what I sent and what was sent back within the last 30 days
     */
    public record Waiting(long waiting, long overdue, long back) {}

    /** What waits for me. */
    @Transactional
    public Waiting waiting() {
        Officer me = Scope.officer();
        return store.waiting(me.role(), me.id().value(), today.date());
    }

    /** A report with what was said. */
    public record Whole(ChangeReport report, Told told) {}

    /** A report of one's area. */
    @Transactional
    public Whole get(long id) {
        ChangeReport report = find(id);
        trail.record(Act.HOUSEHOLD_READ, Subject.household(report.household()), "", "change report");
        return new Whole(report, store.told(report));
    }

    /** Whether this person decides on it. */
    public boolean decides(ChangeReport report) {
        Officer me = Scope.officer();
        return report.state() == State.SENT
                && report.owner() == me.role()
                && report.sender().officer() != me.id().value();
    }

    /** Accepts it: what it says is recorded now, true since the day that it says. */
    @Transactional
    public void accept(long id, int version, String stamp) {
        ChangeReport report = mine(id, version);
        if (!known.stamp(report.household()).equals(stamp)) {
            throw new ReportRefused(Cause.OVERTAKEN);
        }
        String source = "变化报告 " + report.receipt() + "（" + report.sender().name() + "）";
        Writing writing = read(household(report.household()), store.told(report), source);
        State state = State.ACCEPTED;
        if (writing.change() instanceof HouseholdChange.Move move
                && !Scope.officer().area().contains(move.village())) {
            transfers.offer(move);
            state = State.OFFERED;
        } else {
            write(writing);
        }
        end(report, state, null, null);
    }

    /** Sends it back with a reason. */
    @Transactional
    public void sendBack(long id, int version, SentBack reason, String words) {
        ChangeReport report = mine(id, version);
        String text = words.strip();
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new ReportRefused(Cause.WORDS);
        }
        end(report, State.SENT_BACK, reason, text);
    }

    /** Takes back what I sent myself. */
    @Transactional
    public void withdraw(long id, int version) {
        ChangeReport report = open(id, version);
        only(report.sender().officer() == Scope.officer().id().value());
        end(report, State.WITHDRAWN, null, null);
    }

    private void end(ChangeReport report, State state, @Nullable SentBack reason, @Nullable String words) {
        store.end(report.id(), state, new End(today.date(), Scope.officer().name(), reason, words));
        note(report.household(), report.kind() + " " + state + (reason == null ? "" : " " + reason));
    }

    private ChangeReport mine(long id, int version) {
        ChangeReport report = open(id, version);
        Officer me = Scope.officer();
        only(report.owner() == me.role());
        if (report.sender().officer() == me.id().value()) {
            throw new ReportRefused(Cause.OWN_REPORT);
        }
        if (relatives.isRelative(me.id(), report.household())) {
            throw new ReportRefused(Cause.NEAR_RELATIVE);
        }
        return report;
    }

    private ChangeReport open(long id, int version) {
        store.lock(id);
        ChangeReport report = find(id);
        if (report.state() != State.SENT || report.version() != version) {
            throw new ReportRefused(Cause.NOT_NOW);
        }
        return report;
    }

    private ChangeReport find(long id) {
        return store.find(id, today.date()).orElseThrow(() -> new ReportRefused(Cause.NOTHING));
    }

    private static void only(boolean allowed) {
        if (!allowed) {
            throw new ReportRefused(Cause.OTHER_HANDS);
        }
    }

    private void note(long household, String what) {
        trail.record(Act.CHANGE_REPORTED, Subject.household(household), "", what);
    }
}
