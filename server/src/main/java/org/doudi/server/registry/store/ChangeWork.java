package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.policy.Member;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChange.NewHeads;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.store.Memberships.Living;
import org.doudi.server.registry.store.Memberships.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a change does, or refuses it. */
@Component
class ChangeWork {
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Partings partings;
    private final Doubles doubles;
    private final Kinships kinships;
    private final Residences residences;
    private final Divisions divisions;
    private final IdNumbers idNumbers;
    private final CaseGuard guard;

    ChangeWork(
            JdbcClient jdbc,
            Memberships memberships,
            Partings partings,
            Doubles doubles,
            Kinships kinships,
            Residences residences,
            Divisions divisions,
            IdNumbers idNumbers,
            CaseGuard guard) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.partings = partings;
        this.doubles = doubles;
        this.kinships = kinships;
        this.residences = residences;
        this.divisions = divisions;
        this.idNumbers = idNumbers;
        this.guard = guard;
    }

    /** Whom a change touched beside the household itself. */
    record Touched(@Nullable Long other, @Nullable Long person) {
        static final Touched NOBODY = new Touched(null, null);
    }

    Touched carryOut(HouseholdChange change, Instant now) {
        if (change instanceof HouseholdChange.Merge merge) {
            return partings.merge(merge, now);
        }
        if (change instanceof HouseholdChange.SamePerson same) {
            return doubles.unite(same, now);
        }
        Open household = memberships.lock(change.household());
        List<Living> living = memberships.of(change.household());
        LocalDate on = change.evidence().on();
        if (change instanceof HouseholdChange.Arrival arrival) {
            return arrival(arrival, household, living, now);
        }
        if (change instanceof HouseholdChange.Death death) {
            return death(death, living, now);
        }
        if (change instanceof HouseholdChange.Departure departure) {
            Living gone = Memberships.one(living, departure.person());
            leave(departure.household(), living, gone, departure.newHead(), on, now);
            return new Touched(null, gone.person());
        }
        if (change instanceof HouseholdChange.Return back) {
            memberships.back(household, back.person(), on);
            memberships.join(household, back.person(), back.relation().word(), on, now);
            return new Touched(null, back.person());
        }
        if (change instanceof HouseholdChange.Split split) {
            return partings.split(split, household, living, now);
        }
        if (change instanceof HouseholdChange.Kin kin) {
            return kin(kin, living, now);
        }
        if (change instanceof HouseholdChange.NewHead head) {
            if (Memberships.one(living, head.head().head()).relation() == Relation.HEAD) {
                throw new ChangeRefused(Reason.HEAD_ALREADY);
            }
            memberships.headed(household.id(), living, head.head(), on, now);
        }
        if (change instanceof HouseholdChange.Move move) {
            move(move, household, living, now);
        }
        return Touched.NOBODY;
    }

    private Touched arrival(HouseholdChange.Arrival arrival, Open household, List<Living> living, Instant now) {
        LocalDate on = arrival.evidence().on();
        LocalDate birth = arrival.person().birth();
        if (arrival.kind() == ChangeKind.BIRTH && !birth.equals(on)) {
            throw new ChangeRefused(Reason.BIRTH_IS_NOT_THE_DAY, birth.toString());
        }
        if (birth.isAfter(on)) {
            throw new ChangeRefused(Reason.BEFORE_BIRTH, birth.toString());
        }
        if (on.isBefore(household.formedOn())) {
            throw new ChangeRefused(
                    Reason.BEFORE_MEMBERSHIP, household.formedOn().toString());
        }
        Long kin = arrival.kin();
        Living relative = kin == null ? null : Memberships.one(living, kin);
        long person = memberships.person(household, arrival.person(), idNumbers);
        memberships.join(household, person, arrival.person().relation().word(), on, now);
        Member facts =
                Member.builder("1", birth).labour(arrival.person().labour()).build();
        jdbc.sql("insert into registry.fact (household, person, village, kind, content, valid_from, known_from, source)"
                        + " values (?, ?, ?, 'MEMBER', cast(? as jsonb), ?, ?, ?)")
                .params(
                        household.id(),
                        person,
                        household.village(),
                        Pieces.of(new FactContent.Person(facts)).toString(),
                        on,
                        Times.sql(now),
                        arrival.evidence().source())
                .update();
        if (relative != null) {
            Relation relation = arrival.kind() == ChangeKind.MARRIAGE
                    ? Relation.SPOUSE
                    : Relation.child(arrival.person().sex());
            kinships.relate(household.id(), person, relative.person(), relation, on, now);
        }
        return new Touched(null, person);
    }

    private Touched death(HouseholdChange.Death death, List<Living> living, Instant now) {
        Living dead = Memberships.one(living, death.person());
        LocalDate on = death.evidence().on();
        leave(death.household(), living, dead, death.newHead(), on, now);
        jdbc.sql("update registry.person set death = ? where id = ?")
                .params(on, dead.person())
                .update();
        return new Touched(null, dead.person());
    }

    /** Ends that somebody belongs to a household, and what the rolls say of that person there. */
    private void leave(
            long household, List<Living> living, Living gone, @Nullable NewHeads newHead, LocalDate on, Instant now) {
        List<Living> left = new ArrayList<>(living);
        left.remove(gone);
        memberships.end(household, gone, on, now);
        Rows.ROLL_ENTRY.end(jdbc, "household = :p0 and person = :p1", List.of(household, gone.person()), on, now);
        if (left.isEmpty()) {
            memberships.dissolve(household, on, now);
        } else if (gone.relation() == Relation.HEAD) {
            memberships.headedAfter(household, left, newHead, gone, on, now);
        }
    }

    private Touched kin(HouseholdChange.Kin kin, List<Living> living, Instant now) {
        Living person = Memberships.one(living, kin.person());
        if (kin.person() == kin.relative() || kin.relation() == Relation.HEAD) {
            throw new ChangeRefused(Reason.SAME_PERSON, person.name());
        }
        boolean here = jdbc.sql("select exists (select from registry.person where id = ?)")
                .param(kin.relative())
                .query(Boolean.class)
                .single();
        if (!here) {
            throw new NoSuchElementException("no person " + kin.relative() + " here");
        }
        kinships.relate(
                kin.household(),
                kin.person(),
                kin.relative(),
                kin.relation(),
                kin.evidence().on(),
                now);
        return new Touched(null, kin.person());
    }

    private void move(HouseholdChange.Move move, Open household, List<Living> living, Instant now) {
        if (!Scope.officer().area().contains(move.village())) {
            throw new ChangeRefused(Reason.OUT_OF_AREA);
        }
        if (move.village().length() != 12 || divisions.name(move.village()).isEmpty()) {
            throw new ChangeRefused(Reason.UNKNOWN_VILLAGE);
        }
        if (move.village().equals(household.village()) && move.address().equals(household.address())) {
            throw new ChangeRefused(Reason.SAME_PLACE);
        }
        if (!Divisions.township(move.village()).equals(Divisions.township(household.village()))) {
            guard.noRunningCase(household.id());
        }
        if (!move.village().equals(household.village())) {
            residences.follow(household.id(), move.village());
        }
        settle(household, living, move, now);
    }

    /** Writes where the household lives from the day on; its rows lie in the village already. */
    void settle(Open household, List<Living> living, HouseholdChange.Move move, Instant now) {
        LocalDate on = move.evidence().on();
        living.stream().filter(l -> l.relation() == Relation.HEAD).forEach(head -> Memberships.notBefore(head, on));
        residences.move(household, new Residences.Home(move.village(), move.address()), on, now);
    }
}
