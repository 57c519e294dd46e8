package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
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
import org.doudi.server.registry.RunningWork;
import org.doudi.server.registry.store.Memberships.Living;
import org.doudi.server.registry.store.Memberships.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a change does, or refuses it. */
@Component
class ChangeWork {
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Belongings belongings;
    private final Residences residences;
    private final Divisions divisions;
    private final IdNumbers idNumbers;
    private final ObjectProvider<RunningWork> running;

    ChangeWork(
            JdbcClient jdbc,
            Memberships memberships,
            Belongings belongings,
            Residences residences,
            Divisions divisions,
            IdNumbers idNumbers,
            ObjectProvider<RunningWork> running) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.belongings = belongings;
        this.residences = residences;
        this.divisions = divisions;
        this.idNumbers = idNumbers;
        this.running = running;
    }

    /** Whom a change touched beside the household itself. */
    record Touched(@Nullable Long other, @Nullable Long person) {
        static final Touched NOBODY = new Touched(null, null);
    }

    Touched carryOut(HouseholdChange change, Instant now) {
        if (change instanceof HouseholdChange.Merge merge) {
            return merge(merge, now);
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
        if (change instanceof HouseholdChange.Split split) {
            return split(split, household, living, now);
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
            relate(household.id(), person, relative.person(), relation, on, now);
        }
        return new Touched(null, person);
    }

    private Touched death(HouseholdChange.Death death, List<Living> living, Instant now) {
        Living dead = Memberships.one(living, death.person());
        LocalDate on = death.evidence().on();
        List<Living> left = new ArrayList<>(living);
        left.remove(dead);
        memberships.end(death.household(), dead, on, now);
        Rows.ROLL_ENTRY.end(
                jdbc, "household = :p0 and person = :p1", List.of(death.household(), dead.person()), on, now);
        jdbc.sql("update registry.person set death = ? where id = ?")
                .params(on, dead.person())
                .update();
        if (left.isEmpty()) {
            dissolve(death.household(), on, now);
        } else if (dead.relation() == Relation.HEAD) {
            headed(death.household(), left, death.newHead(), dead, on, now);
        }
        return new Touched(null, dead.person());
    }

    /** Gives those who are left a head; their relations are guessed from what they were to the one who is gone. */
    private void headed(
            long household, List<Living> left, @Nullable NewHeads heads, Living gone, LocalDate on, Instant now) {
        if (heads == null) {
            throw new ChangeRefused(Reason.HEAD_NEEDED, gone.name());
        }
        memberships.headed(household, left, heads, on, now);
    }

    private void dissolve(long household, LocalDate on, Instant now) {
        jdbc.sql("update registry.household set dissolved_on = ? where id = ?")
                .params(on, household)
                .update();
        Rows.ROLL_ENTRY.end(jdbc, "household = :p0", List.of(household), on, now);
    }

    private Touched split(HouseholdChange.Split split, Open household, List<Living> living, Instant now) {
        noRunningCase(household.id());
        LocalDate on = split.evidence().on();
        Set<Long> going = new HashSet<>(split.leaving().persons());
        going.forEach(person -> Memberships.one(living, person));
        List<Living> leave =
                living.stream().filter(l -> going.contains(l.person())).toList();
        List<Living> stay =
                living.stream().filter(l -> !going.contains(l.person())).toList();
        if (leave.isEmpty()) {
            throw new ChangeRefused(Reason.NOBODY_LEAVES);
        }
        if (stay.isEmpty()) {
            throw new ChangeRefused(Reason.NOBODY_LEFT);
        }
        Map<Long, String> words = memberships.relations(leave, split.leaving().head());
        Open founded = found(split, household);
        Map<String, String> numbers = new HashMap<>();
        Living head = living.stream()
                .filter(l -> l.relation() == Relation.HEAD)
                .findFirst()
                .orElseThrow();
        for (Living l : leave) {
            memberships.end(household.id(), l, on, now);
            numbers.put(
                    l.number(),
                    memberships.join(
                            founded, l.person(), words.getOrDefault(l.person(), Relation.OTHER.word()), on, now));
            if (!going.contains(head.person())) {
                remember(founded.id(), l, head, on, now);
            }
        }
        belongings.carry(
                new Belongings.Way(
                        household.id(),
                        founded,
                        Memberships.ids(leave),
                        numbers,
                        split.share(),
                        split.evidence().source()),
                on,
                now);
        if (going.contains(head.person())) {
            headed(household.id(), stay, split.staying(), head, on, now);
            stay.forEach(l -> remember(household.id(), l, head, on, now));
        }
        return new Touched(founded.id(), split.leaving().head().head());
    }

    private Open found(HouseholdChange.Split split, Open household) {
        String address = split.address().isBlank() ? household.address() : split.address();
        long id = jdbc.sql("insert into registry.household (number, village, head, address, formed_on) values"
                        + " ('H-' || nextval('registry.household_number'), ?, ?, ?, ?) returning id")
                .params(
                        household.village(),
                        split.leaving().head().head(),
                        address,
                        split.evidence().on())
                .query(Long.class)
                .single();
        return new Open(
                id,
                household.village(),
                address,
                split.leaving().head().head(),
                split.evidence().on());
    }

    /** Who lived together stays kin: what somebody was to the head is kept when they part. */
    private void remember(long household, Living person, Living head, LocalDate on, Instant now) {
        if (person.relation() != Relation.OTHER && person.relation() != Relation.HEAD) {
            relate(household, person.person(), head.person(), person.relation(), on, now);
        }
    }

    private void relate(long household, long person, long relative, Relation relation, LocalDate on, Instant now) {
        jdbc.sql("insert into registry.kinship (household, person, relative, village, relation, valid_from, known_from)"
                        + " select id, :person, :relative, village, :relation, :on, :now from registry.household"
                        + " where id = :household")
                .param("person", person)
                .param("relative", relative)
                .param("relation", relation.word())
                .param("on", on)
                .param("now", Times.sql(now))
                .param("household", household)
                .update();
    }

    private Touched merge(HouseholdChange.Merge merge, Instant now) {
        if (merge.household() == merge.other()) {
            throw new ChangeRefused(Reason.SAME_HOUSEHOLD);
        }
        // always in the same order, so that two mergers of the same two wait for each other
        Open first = memberships.lock(Math.min(merge.household(), merge.other()));
        Open second = memberships.lock(Math.max(merge.household(), merge.other()));
        Open household = first.id() == merge.household() ? first : second;
        Open other = first.id() == merge.household() ? second : first;
        if (!household.village().equals(other.village())) {
            throw new ChangeRefused(Reason.OTHER_VILLAGE);
        }
        noRunningCase(household.id());
        noRunningCase(other.id());
        noDoubles(household.id(), other.id());
        LocalDate on = merge.evidence().on();
        Map<String, String> numbers = new HashMap<>();
        List<Living> joining = memberships.of(other.id());
        for (Living l : joining) {
            Relation relation = merge.joining().getOrDefault(l.person(), Relation.OTHER);
            if (relation == Relation.HEAD) {
                throw new ChangeRefused(Reason.HEAD_ALREADY, l.name());
            }
            memberships.end(other.id(), l, on, now);
            numbers.put(l.number(), memberships.join(household, l.person(), relation.word(), on, now));
        }
        belongings.carry(
                new Belongings.Way(
                        other.id(),
                        household,
                        Memberships.ids(joining),
                        numbers,
                        null,
                        merge.evidence().source()),
                on,
                now);
        dissolve(other.id(), on, now);
        return new Touched(other.id(), null);
    }

    /** The same id number in both households is one person entered twice, which must be set right first. */
    private void noDoubles(long household, long other) {
        jdbc.sql("select p.name from registry.membership a join registry.person p on p.id = a.person"
                        + " join registry.person q on q.id_no_idx = p.id_no_idx"
                        + " join registry.membership b on b.person = q.id and b.household = :other and b.known_to is null"
                        + " and b.valid_to is null where a.household = :household and a.known_to is null"
                        + " and a.valid_to is null limit 1")
                .param("household", household)
                .param("other", other)
                .query(String.class)
                .optional()
                .ifPresent(name -> {
                    throw new ChangeRefused(Reason.SAME_PERSON, name);
                });
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
        relate(
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
        if (!move.village().substring(0, 9).equals(household.village().substring(0, 9))) {
            noRunningCase(household.id());
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

    void noRunningCase(long household) {
        running.stream()
                .map(work -> work.of(household))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(number -> {
                    throw new ChangeRefused(Reason.RUNNING_CASE, number);
                });
    }
}
