package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.store.ChangeWork.Touched;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

@Repository
@Transactional
class StoredChanges implements HouseholdChanges {
    private static final String MEMBERS = "(select m.person from registry.membership m where m.household = :id"
            + " and m.known_to is null and m.valid_to is null)";

    private final JdbcClient jdbc;
    private final ChangeWork work;
    private final Memberships memberships;
    private final Residences residences;
    private final Households households;
    private final Facts facts;
    private final Today today;
    private final Reading reading;
    private final ChangeLog log;
    private final CaseGuard guard;

    StoredChanges(
            JdbcClient jdbc,
            ChangeWork work,
            Memberships memberships,
            Residences residences,
            Households households,
            Facts facts,
            Today today,
            Reading reading,
            ChangeLog log,
            CaseGuard guard) {
        this.jdbc = jdbc;
        this.work = work;
        this.memberships = memberships;
        this.residences = residences;
        this.households = households;
        this.facts = facts;
        this.today = today;
        this.reading = reading;
        this.log = log;
        this.guard = guard;
    }

    private Instant moment() {
        return today.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void notInTheFuture(Evidence evidence) {
        if (evidence.on().isAfter(today.date())) {
            throw new ChangeRefused(Reason.IN_THE_FUTURE, today.date().toString());
        }
    }

    /** Carries the change out, looks at what came of it, and takes all of it back: what is shown is what will be. */
    @Override
    public List<Side> preview(HouseholdChange change) {
        notInTheFuture(change.evidence());
        Set<Long> all = new LinkedHashSet<>();
        all.add(change.household());
        if (change instanceof HouseholdChange.Merge merge) {
            all.add(merge.other());
        }
        if (change instanceof HouseholdChange.SamePerson same) {
            all.add(same.other());
        }
        List<@Nullable Seen> before = new ArrayList<>();
        all.forEach(id -> before.add(seen(id)));
        Touched touched = work.carryOut(change, moment());
        if (touched.other() != null && all.add(touched.other())) {
            before.add(null);
        }
        List<Side> sides = new ArrayList<>();
        for (Long id : all) {
            sides.add(new Side(before.get(sides.size()), seen(id)));
        }
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return sides;
    }

    @Override
    public Side tried(long household, Runnable work) {
        Seen before = seen(household);
        work.run();
        Side side = new Side(before, seen(household));
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return side;
    }

    @Override
    public List<Away> away(long household) {
        return memberships.away(household);
    }

    private @Nullable Seen seen(long household) {
        Optional<HouseholdView> view = households.find(household);
        if (view.isEmpty() || view.get().members().isEmpty()) {
            return null;
        }
        return new Seen(
                view.get(),
                households.record(household, today.date(), today.now()),
                facts.circumstances(household, today.date(), today.now()).disasters());
    }

    @Override
    public long carryOut(HouseholdChange change) {
        notInTheFuture(change.evidence());
        Instant now = moment();
        Touched touched = work.carryOut(change, now);
        log.written(change.household(), change.kind(), change.evidence(), touched, now);
        return change.kind() == ChangeKind.SPLIT ? Objects.requireNonNull(touched.other()) : change.household();
    }

    private record Done(
            ChangeKind kind,
            long household,
            @Nullable Long other,
            @Nullable Long person,
            LocalDate on,
            Instant written) {}

    @Override
    public void correct(long household, long change, Evidence evidence) {
        Done done = done(household, change);
        if (done.kind() == ChangeKind.SAME_PERSON) {
            throw new ChangeRefused(Reason.MADE_BY_TWO);
        }
        takeBack(done, change, evidence);
    }

    @Override
    public void part(long household, long change, Evidence evidence) {
        takeBack(done(household, change), change, evidence);
    }

    private Done done(long household, long change) {
        return jdbc.sql("select kind, household, other, person, happened_on, known_from from registry.change"
                        + " where id = :id and (household = :household or other = :household)")
                .param("id", change)
                .param("household", household)
                .query((row, n) -> new Done(
                        ChangeKind.valueOf(row.getString("kind")),
                        row.getLong("household"),
                        row.getObject("other", Long.class),
                        row.getObject("person", Long.class),
                        Times.day(row, "happened_on"),
                        Times.moment(row, "known_from")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no change " + change + " here"));
    }

    private void takeBack(Done done, long change, Evidence evidence) {
        notInTheFuture(evidence);
        boolean corrected = jdbc.sql("select exists (select from registry.change where corrects = ?)")
                .param(change)
                .query(Boolean.class)
                .single();
        if (corrected || done.kind() == ChangeKind.CORRECTION) {
            throw new ChangeRefused(Reason.CORRECTED);
        }
        Instant now = moment();
        List<Long> both = done.other() == null ? List.of(done.household()) : List.of(done.household(), done.other());
        both.stream().sorted().forEach(this::lock);
        for (long id : both) {
            if (done.other() != null) {
                guard.noRunningCase(id);
            }
            for (Rows rows : Rows.values()) {
                if (rows.writtenAt(jdbc, id, done.written()) && rows.knownAfter(jdbc, id, done.written())) {
                    throw new ChangeRefused(Reason.NOT_THE_LAST, log.after(id, done.written()));
                }
            }
        }
        for (long id : both) {
            for (Rows rows : Rows.values()) {
                rows.takeBack(jdbc, id, done.written(), now);
            }
            settle(id, done.on());
        }
        if (done.kind() == ChangeKind.DEATH) {
            jdbc.sql("update registry.person set death = null where id = ?")
                    .param(done.person())
                    .update();
        }
        if (done.kind() == ChangeKind.SAME_PERSON) {
            jdbc.sql("update registry.person set same_as = null where id = ?")
                    .param(done.person())
                    .update();
        }
        long id = log.written(
                done.household(), ChangeKind.CORRECTION, evidence, new Touched(done.other(), done.person()), now);
        jdbc.sql("update registry.change set corrects = ? where id = ?")
                .params(change, id)
                .update();
    }

    private void lock(long household) {
        boolean here = jdbc.sql("select id from registry.household where id = ? for no key update")
                .param(household)
                .query(Long.class)
                .optional()
                .isPresent();
        if (!here) {
            throw new ChangeRefused(Reason.OUT_OF_AREA);
        }
    }

    /** Sets what is kept once to what the members and the residence say. */
    private void settle(long household, LocalDate on) {
        residences.now(household).ifPresent(home -> {
            if (!Scope.officer().area().contains(home.village())) {
                throw new ChangeRefused(Reason.OUT_OF_AREA);
            }
            residences.follow(household, home.village());
            residences.settle(household, home);
        });
        List<Memberships.Living> living = memberships.of(household);
        jdbc.sql("update registry.household set dissolved_on = cast(:on as date) where id = :id")
                .param("on", living.isEmpty() ? on : null)
                .param("id", household)
                .update();
        living.stream()
                .filter(l -> l.relation() == Relation.HEAD)
                .findFirst()
                .ifPresent(head -> jdbc.sql("update registry.household set head = ? where id = ?")
                        .params(head.person(), household)
                        .update());
    }

    @Override
    public List<Entry> history(long household) {
        List<Entry> entries = log.of(household);
        if (!entries.isEmpty()) {
            reading.household(household);
        }
        return entries;
    }

    @Override
    public List<Kin> kin(long household, LocalDate asOf, Instant knownOn) {
        List<Kin> kin = jdbc.sql(
                        "select k.person, p.name, k.relative, q.name as relative_name, k.relation, k.valid_from"
                                + " from registry.kinship k join registry.person p on p.id = k.person"
                                + " join registry.person q on q.id = k.relative where (k.person in " + MEMBERS
                                + " or k.relative in " + MEMBERS + ") and"
                                + Times.TRUE_AND_KNOWN + "order by k.valid_from, k.id")
                .param("id", household)
                .param("asOf", asOf)
                .param("known", Times.sql(knownOn))
                .query((row, n) -> new Kin(
                        row.getLong("person"),
                        row.getString("name"),
                        row.getLong("relative"),
                        row.getString("relative_name"),
                        row.getString("relation"),
                        Times.day(row, "valid_from")))
                .list();
        if (!kin.isEmpty()) {
            reading.household(household);
        }
        return kin;
    }
}
