package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.store.ChangeWork.Touched;
import org.doudi.server.registry.store.Memberships.Living;
import org.doudi.server.registry.store.Memberships.Open;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes two households of one, and one of two. */
@Component
class Partings {
    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Belongings belongings;
    private final Kinships kinships;
    private final CaseGuard guard;

    Partings(JdbcClient jdbc, Memberships memberships, Belongings belongings, Kinships kinships, CaseGuard guard) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.belongings = belongings;
        this.kinships = kinships;
        this.guard = guard;
    }

    Touched split(HouseholdChange.Split split, Open household, List<Living> living, Instant now) {
        guard.noRunningCase(household.id());
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
                kinships.remember(founded.id(), l, head, on, now);
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
            memberships.headedAfter(household.id(), stay, split.staying(), head, on, now);
            stay.forEach(l -> kinships.remember(household.id(), l, head, on, now));
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

    Touched merge(HouseholdChange.Merge merge, Instant now) {
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
        guard.noRunningCase(household.id());
        guard.noRunningCase(other.id());
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
        memberships.dissolve(other.id(), on, now);
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
}
