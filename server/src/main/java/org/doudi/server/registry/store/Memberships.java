package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.HouseholdChange.NewHeads;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Relation;
import org.doudi.server.registry.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who lives in which household, as changes write it. */
@Component
class Memberships {
    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A household under change, locked until the end of the transaction. */
    record Open(long id, String village, String address, long head, LocalDate formedOn) {}

    /** Somebody who lives there now. */
    record Living(long person, String name, String number, Relation relation, String word, Sex sex, LocalDate since) {}

    Open lock(long household) {
        record Row(Open open, @Nullable LocalDate dissolvedOn) {}
        Row row = jdbc.sql("select id, village, address, head, formed_on, dissolved_on from registry.household"
                        + " where id = ? for no key update")
                .param(household)
                .query((r, n) -> new Row(
                        new Open(
                                r.getLong("id"),
                                r.getString("village"),
                                r.getString("address"),
                                r.getLong("head"),
                                Times.day(r, "formed_on")),
                        Times.dayOrNull(r, "dissolved_on")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("no household " + household + " here"));
        if (row.dissolvedOn() != null) {
            throw new ChangeRefused(Reason.DISSOLVED, row.dissolvedOn().toString());
        }
        return row.open();
    }

    /** Those who live there now, as known now. */
    List<Living> of(long household) {
        return jdbc.sql("select m.person, p.name, m.number, m.relation, p.sex, m.valid_from from registry.membership m"
                        + " join registry.person p on p.id = m.person where m.household = ? and m.known_to is null"
                        + " and m.valid_to is null order by m.place")
                .param(household)
                .query((r, n) -> new Living(
                        r.getLong(1),
                        r.getString(2),
                        r.getString(3),
                        Relation.of(r.getString(4)),
                        r.getString(4),
                        Sex.valueOf(r.getString(5)),
                        Times.day(r, "valid_from")))
                .list();
    }

    /** One of them. */
    static Living one(List<Living> living, long person) {
        return living.stream()
                .filter(l -> l.person() == person)
                .findFirst()
                .orElseThrow(() -> new ChangeRefused(Reason.NOT_A_MEMBER));
    }

    static void notBefore(Living living, LocalDate on) {
        if (on.isBefore(living.since())) {
            throw new ChangeRefused(
                    Reason.BEFORE_MEMBERSHIP,
                    living.name() + " " + living.since().toString());
        }
    }

    /** Refuses somebody who did not belong to the household before, lives in one now, or is not away yet on the day. */
    void back(Open household, long person, LocalDate on) {
        record Stay(long household, @Nullable LocalDate until) {}
        List<Stay> stays = jdbc.sql("select m.household, m.valid_to from registry.membership m"
                        + " join registry.person p on p.id = m.person where m.person = ? and m.known_to is null"
                        + " and p.death is null and p.same_as is null")
                .param(person)
                .query((r, n) -> new Stay(r.getLong(1), Times.dayOrNull(r, "valid_to")))
                .list();
        if (stays.stream().noneMatch(s -> s.household() == household.id())
                || stays.stream().anyMatch(s -> s.until() == null)) {
            throw new ChangeRefused(Reason.NOT_AWAY);
        }
        stays.stream()
                .map(Stay::until)
                .filter(until -> until != null && on.isBefore(until))
                .findFirst()
                .ifPresent(until -> {
                    throw new ChangeRefused(Reason.NOT_AWAY, String.valueOf(until));
                });
    }

    /** Those who belonged to the household and do so no longer, though they live. */
    List<HouseholdChanges.Away> away(long household) {
        return jdbc.sql("select m.person, p.name, max(m.valid_to) as since from registry.membership m"
                        + " join registry.person p on p.id = m.person where m.household = ? and m.known_to is null"
                        + " and p.death is null and p.same_as is null and not exists (select from registry.membership l"
                        + " where l.person = m.person and l.known_to is null and l.valid_to is null)"
                        + " group by m.person, p.name order by m.person")
                .param(household)
                .query((r, n) -> new HouseholdChanges.Away(r.getLong(1), r.getString(2), Times.day(r, "since")))
                .list();
    }

    /** Ends a membership. */
    void end(long household, Living living, LocalDate on, Instant now) {
        notBefore(living, on);
        Rows.MEMBERSHIP.end(jdbc, "household = :p0 and person = :p1", List.of(household, living.person()), on, now);
    }

    /** Puts somebody into a household; the number inside it, never used there before. */
    String join(Open household, long person, String relation, LocalDate on, Instant now) {
        int number = jdbc.sql("select coalesce(max(case when number ~ '^[0-9]{1,6}$' then number::integer end), 0) + 1"
                        + " from registry.membership where household = ?")
                .param(household.id())
                .query(Integer.class)
                .single();
        jdbc.sql("insert into registry.membership (household, person, village, number, place, relation, valid_from,"
                        + " known_from) select :household, :person, :village, :number, coalesce(max(place), -1) + 1,"
                        + " :relation, :on, :now from registry.membership where household = :household")
                .param("household", household.id())
                .param("person", person)
                .param("village", household.village())
                .param("number", Integer.toString(number))
                .param("relation", relation)
                .param("on", on)
                .param("now", Times.sql(now))
                .update();
        return Integer.toString(number);
    }

    /** The relations of those who are there, with another head. */
    Map<Long, String> relations(List<Living> living, NewHeads heads) {
        Living head = one(living, heads.head());
        Map<Long, String> words = new LinkedHashMap<>();
        for (Living l : living) {
            Relation said = heads.relations().get(l.person());
            Relation relation = l.person() == head.person()
                    ? Relation.HEAD
                    : said == null ? l.relation().seenFrom(head.relation(), l.sex()) : said;
            if (relation == Relation.HEAD && l.person() != head.person()) {
                throw new ChangeRefused(Reason.HEAD_ALREADY, l.name());
            }
            words.put(l.person(), relation.word());
        }
        return words;
    }

    /** Gives a household another head from a day on; those who are there stay. */
    void headed(long household, List<Living> living, NewHeads heads, LocalDate on, Instant now) {
        Map<Long, String> words = relations(living, heads);
        for (Living l : living) {
            notBefore(l, on);
            String word = words.get(l.person());
            if (!l.word().equals(word)) {
                jdbc.sql("insert into registry.membership (household, person, village, number, place, relation,"
                                + " valid_from, known_from) select household, person, village, number, place, :word,"
                                + " :on, :now from registry.membership where household = :household"
                                + " and person = :person and known_to is null and valid_to is null")
                        .param("word", word)
                        .param("on", on)
                        .param("now", Times.sql(now))
                        .param("household", household)
                        .param("person", l.person())
                        .update();
                Rows.MEMBERSHIP.end(
                        jdbc,
                        "household = :p0 and person = :p1 and known_from <> :now",
                        List.of(household, l.person()),
                        on,
                        now);
            }
        }
        jdbc.sql("update registry.household set head = :head where id = :household")
                .param("head", heads.head())
                .param("household", household)
                .update();
    }

    /** Somebody who is known nowhere in the city yet. */
    long person(Open household, NewPerson person, IdNumbers idNumbers) {
        byte[] index = idNumbers.index(person.idNumber());
        boolean taken = jdbc.sql("select registry.id_number_taken(?)")
                .param(index)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new ChangeRefused(Reason.ID_NUMBER_TAKEN, IdNumbers.masked(person.idNumber()));
        }
        return jdbc.sql(
                        "insert into registry.person (village, name, sex, birth, id_no_enc, id_no_idx, id_no_masked,"
                                + " number_sound) values (:village, :name, :sex, :birth, :enc, :idx, :masked, true) returning id")
                .param("village", household.village())
                .param("name", person.name())
                .param("sex", person.sex().name())
                .param("birth", person.birth())
                .param("enc", idNumbers.encrypt(person.idNumber()))
                .param("idx", index)
                .param("masked", IdNumbers.masked(person.idNumber()))
                .query(Long.class)
                .single();
    }

    /** Ids of persons, for SQL. */
    static List<Long> ids(List<Living> living) {
        List<Long> ids = new ArrayList<>();
        living.forEach(l -> ids.add(l.person()));
        return ids;
    }

    /** Gives those who are left a head; their relations are guessed from what they were to the one who is gone. */
    void headedAfter(
            long household, List<Living> left, @Nullable NewHeads heads, Living gone, LocalDate on, Instant now) {
        if (heads == null) {
            throw new ChangeRefused(Reason.HEAD_NEEDED, gone.name());
        }
        headed(household, left, heads, on, now);
    }

    /** Nobody is left. */
    void dissolve(long household, LocalDate on, Instant now) {
        jdbc.sql("update registry.household set dissolved_on = ? where id = ?")
                .params(on, household)
                .update();
        Rows.ROLL_ENTRY.end(jdbc, "household = :p0", List.of(household), on, now);
    }
}
