package org.doudi.cluster.reconcile;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cli.reconcile.Findings;
import org.doudi.cli.reconcile.HouseholdLines;
import org.doudi.cli.reconcile.HouseholdRolls;
import org.doudi.cli.reconcile.Lists;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.cluster.households.LineParts;
import org.doudi.cluster.households.ShippedPack;
import org.doudi.cluster.lists.Beside;
import org.doudi.linkage.person.PersonRows;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.Line;
import scala.Tuple2;

/**
 * Assesses the households where their lines lie. The lines, which are long, stay: each part says whom it holds, and the members and what
 * the lists say of the households come to it.
 */
final class HouseholdSearch implements Serializable {
    private static final int MEMBER = 0;
    private static final int HELD = 1;

    private final ShippedPack pack;
    private final LocalDate asOf;
    private final Lists lists;
    private final int partitions;

    HouseholdSearch(ShippedPack pack, LocalDate asOf, Lists lists, int partitions) {
        this.pack = pack;
        this.asOf = asOf;
        this.lists = lists;
        this.partitions = partitions;
    }

    JavaRDD<Findings> findings(
            LineParts lines,
            JavaRDD<LineParts.Part> parts,
            JavaRDD<Beside.Part<PersonRows, PersonBook>> persons,
            JavaRDD<RollsPart> rolls) {
        int many = parts.getNumPartitions();
        JavaRDD<Inbox> known = new Exchange(partitions)
                .from(persons, (part, post) -> sendMembers(part.beside(), post))
                .from(parts, (part, post) -> sendHeld(lines, part, post))
                .received();
        JavaRDD<Inbox> members =
                new Exchange(many).from(known, HouseholdSearch::answerMembers).received();
        JavaRDD<Map<String, HouseholdRolls>> entries = known.zip(rolls)
                .flatMapToPair(both -> answerRolls(both._1(), both._2()))
                .partitionBy(new HashPartitioner(many))
                .mapPartitions(in -> List.of(byHousehold(in)).iterator());
        return parts.zip(members)
                .zip(entries)
                .map(all -> assess(lines, all._1()._1(), all._1()._2(), all._2()))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private void sendMembers(PersonBook book, Post post) {
        for (int person = 0; person < book.size(); person++) {
            PersonBook.Named named = book.named(person);
            NamedMail.write(named, post.to(RollsPart.partitionOf(named.household(), partitions)));
        }
    }

    private void sendHeld(LineParts lines, LineParts.Part part, Post post) {
        try {
            lines.work(part, (p, json) -> held(part, json, post));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int held(LineParts.Part part, JsonLines json, Post post) throws IOException {
        HouseholdReader reader = new HouseholdReader();
        for (JsonLines.Batch batch = json.next(); batch != null; batch = json.next()) {
            for (int i = 0; i < batch.count(); i++) {
                Line line = batch.tooLong(i)
                        ? null
                        : reader.read(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i));
                if (line instanceof Line.Accepted accepted) {
                    String household = accepted.household().householdId();
                    post.to(RollsPart.partitionOf(household, partitions))
                            .putInt(part.index())
                            .putText(household);
                }
            }
        }
        return part.index();
    }

    /** The parts that hold each household. */
    private static Map<String, Set<Integer>> holders(Inbox inbox) {
        Map<String, Set<Integer>> holders = new HashMap<>();
        inbox.read(HELD, mail -> {
            int part = mail.getInt();
            holders.computeIfAbsent(mail.getText(), h -> new HashSet<>(2)).add(part);
        });
        return holders;
    }

    private static void answerMembers(Inbox inbox, Post post) {
        Map<String, Set<Integer>> holders = holders(inbox);
        inbox.read(MEMBER, mail -> {
            PersonBook.Named named = NamedMail.read(mail);
            for (int part : holders.getOrDefault(named.household(), Set.of())) {
                NamedMail.write(named, post.to(part));
            }
        });
    }

    /** What the lists say of a household, on its way to a part that holds the household. */
    private record Entry(String household, HouseholdRolls rolls) implements Serializable {}

    private static Iterator<Tuple2<Integer, Entry>> answerRolls(Inbox inbox, RollsPart rolls) {
        List<Tuple2<Integer, Entry>> answers = new ArrayList<>();
        holders(inbox).forEach((household, parts) -> {
            HouseholdRolls of = rolls.rolls().get(household);
            if (of != null) {
                parts.forEach(part -> answers.add(new Tuple2<>(part, new Entry(household, of))));
            }
        });
        return answers.iterator();
    }

    private static Map<String, HouseholdRolls> byHousehold(Iterator<Tuple2<Integer, Entry>> arrived) {
        Map<String, HouseholdRolls> rolls = new HashMap<>();
        arrived.forEachRemaining(entry -> rolls.put(entry._2().household, entry._2().rolls));
        return rolls;
    }

    private Findings assess(LineParts lines, LineParts.Part part, Inbox members, Map<String, HouseholdRolls> rolls)
            throws IOException {
        List<PersonBook.Named> arrived = new ArrayList<>();
        members.read(0, mail -> arrived.add(NamedMail.read(mail)));
        arrived.sort(Comparator.comparingLong(PersonBook.Named::line));
        PersonBook persons = new PersonBook();
        arrived.forEach(persons::add);
        HouseholdLines check = new HouseholdLines(pack.load(), asOf, lists, persons, rolls);
        return lines.work(part, (p, json) -> check.all(json));
    }
}
