package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.Transfers;
import org.doudi.server.registry.store.ChangeWork.Touched;
import org.doudi.server.registry.store.Memberships.Living;
import org.doudi.server.registry.store.Memberships.Open;
import org.doudi.server.shell.Today;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredTransfers implements Transfers {
    private final JdbcClient jdbc;
    private final ChangeWork work;
    private final ChangeLog log;
    private final CaseGuard guard;
    private final Memberships memberships;
    private final Divisions divisions;
    private final Today today;
    private final AuditTrail trail;

    StoredTransfers(
            JdbcClient jdbc,
            ChangeWork work,
            ChangeLog log,
            CaseGuard guard,
            Memberships memberships,
            Divisions divisions,
            Today today,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.work = work;
        this.log = log;
        this.guard = guard;
        this.memberships = memberships;
        this.divisions = divisions;
        this.today = today;
        this.trail = trail;
    }

    private Instant moment() {
        return today.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public void offer(HouseholdChange.Move move) {
        Open household = memberships.lock(move.household());
        List<Living> living = memberships.of(move.household());
        if (move.evidence().on().isAfter(today.date())) {
            throw new ChangeRefused(Reason.IN_THE_FUTURE, today.date().toString());
        }
        if (move.village().length() != 12 || divisions.name(move.village()).isEmpty()) {
            throw new ChangeRefused(Reason.UNKNOWN_VILLAGE);
        }
        if (Scope.officer().area().contains(move.village())) {
            throw new ChangeRefused(Reason.SAME_PLACE);
        }
        guard.noRunningCase(household.id());
        Living head = living.stream()
                .filter(l -> l.relation() == Relation.HEAD)
                .findFirst()
                .orElseThrow();
        Memberships.notBefore(head, move.evidence().on());
        try {
            jdbc.sql("insert into registry.transfer (household, number, head_name, members, from_village, to_village,"
                            + " address, happened_on, source, evidence, offered_at, offered_by) select id, number, :head,"
                            + " :members, village, :to, :address, :on, :source, :document, :now, :officer"
                            + " from registry.household where id = :id")
                    .param("head", head.name())
                    .param("members", living.size())
                    .param("to", move.village())
                    .param("address", move.address())
                    .param("on", move.evidence().on())
                    .param("source", move.evidence().source())
                    .param("document", move.evidence().document())
                    .param("now", Times.sql(moment()))
                    .param("officer", Scope.officer().name())
                    .param("id", household.id())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new ChangeRefused(Reason.TRANSFER_OPEN);
        }
        record(household.id(), move.evidence(), "transfer offered to " + move.village());
    }

    private void record(long household, Evidence evidence, String what) {
        trail.record(Act.HOUSEHOLD_CHANGED, Subject.household(household), evidence.source(), what);
    }

    private static final String OPEN = "select id, household, number, head_name, members, from_village, to_village,"
            + " address, happened_on, source, evidence, offered_by from registry.transfer where ended_at is null";

    private List<Transfer> transfers(JdbcClient.StatementSpec statement) {
        Area area = Scope.officer().area();
        return statement
                .query((row, n) -> new Transfer(
                        row.getLong("id"),
                        row.getLong("household"),
                        row.getString("number"),
                        row.getString("head_name"),
                        row.getInt("members"),
                        row.getString("from_village"),
                        row.getString("to_village"),
                        row.getString("address"),
                        Times.day(row, "happened_on"),
                        row.getString("source"),
                        row.getString("evidence"),
                        row.getString("offered_by"),
                        area.contains(row.getString("to_village")) ? Direction.COMING : Direction.GOING))
                .list();
    }

    @Override
    public List<Transfer> open() {
        List<Transfer> open = transfers(jdbc.sql(OPEN + " order by offered_at, id"));
        open.forEach(t -> trail.record(Act.HOUSEHOLD_READ, Subject.household(t.household()), "", "transfer"));
        return open;
    }

    private Transfer one(long transfer) {
        return transfers(jdbc.sql(OPEN + " and id = ? for update").param(transfer)).stream()
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no transfer " + transfer + " here"));
    }

    @Override
    public long takeIn(long transfer) {
        Transfer t = one(transfer);
        Long household = t.direction() == Direction.GOING
                ? null
                : jdbc.sql("select registry.take_in(?)")
                        .param(transfer)
                        .query((row, n) -> row.getObject(1, Long.class))
                        .list()
                        .get(0);
        if (household == null) {
            throw new NoSuchElementException("no transfer " + transfer + " here");
        }
        Open now = memberships.lock(household);
        Evidence evidence = new Evidence(t.on(), t.source(), t.document());
        HouseholdChange.Move move = new HouseholdChange.Move(household, evidence, t.toVillage(), t.address());
        Open before = new Open(now.id(), t.fromVillage(), now.address(), now.head(), now.formedOn());
        Instant moment = moment();
        work.settle(before, memberships.of(household), move, moment);
        log.written(household, ChangeKind.MOVE, evidence, Touched.NOBODY, moment);
        close(transfer, "TAKEN_IN");
        return household;
    }

    @Override
    public void end(long transfer) {
        Transfer t = one(transfer);
        close(transfer, t.direction() == Direction.COMING ? "SENT_BACK" : "WITHDRAWN");
        record(t.household(), new Evidence(t.on(), t.source(), t.document()), "transfer ended without a move");
    }

    private void close(long transfer, String outcome) {
        jdbc.sql("update registry.transfer set ended_at = :now, outcome = :outcome where id = :id")
                .param("now", Times.sql(moment()))
                .param("outcome", outcome)
                .param("id", transfer)
                .update();
    }
}
