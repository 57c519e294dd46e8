package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cli.reconcile.Strangers;
import org.doudi.cli.reconcile.Strangers.Sighted;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.link.Numbering;
import org.doudi.cluster.link.Ties;
import org.doudi.cluster.lists.ListPart;
import org.doudi.cluster.lists.PartedList;
import org.doudi.linkage.Progress;
import org.doudi.linkage.StageClock;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.person.PersonRows;
import scala.Tuple2;

/**
 * Clears the rows that name nobody of duplicates, and numbers the people they are about as one machine does: by the first row of each,
 * and after them the rows by which nobody can be told.
 */
final class StrangerSearch {
    private final JavaSparkContext spark;
    private final int partitions;

    StrangerSearch(JavaSparkContext spark, int partitions) {
        this.spark = spark;
        this.partitions = partitions;
    }

    /**
     * The rows of one part.
     *
     * @param told rows by which people can be told
     * @param others the other rows
     */
    record Numbered(List<Sighted> told, List<Sighted> others) implements Serializable {}

    /** The numbered rows, part by part, and how many people they are about. */
    record Found(JavaRDD<Numbered> parts, long people) {}

    /** Open rows and, packed, those of them by which people can be told. */
    private record Open(List<Sighted> rows, ListPart<PersonRows> people) implements Serializable {
        static Open of(LinkedPart part) {
            List<Sighted> rows = Strangers.open(part.book(), part.links());
            PersonList list = Strangers.people(rows);
            return new Open(rows, ListPart.of(list.list(), list.rows()));
        }

        /** The place among the rows of a row by which people can be told. */
        int place(int row) {
            return people.keys().line(row) - 1;
        }

        List<Sighted> others() {
            BitSet told = new BitSet(rows.size());
            for (int row = 0; row < people.size(); row++) {
                told.set(place(row));
            }
            List<Sighted> others = new ArrayList<>();
            for (int row = told.nextClearBit(0); row < rows.size(); row = told.nextClearBit(row + 1)) {
                others.add(rows.get(row));
            }
            return others;
        }
    }

    Found found(JavaRDD<LinkedPart> linked) {
        JavaRDD<Open> open = linked.map(Open::of).persist(StorageLevel.MEMORY_AND_DISK());
        List<PartedList.Count> counts =
                open.map(part -> PartedList.Count.of(part.people)).collect();
        List<Integer> all = open.map(part -> part.rows.size()).collect();
        PartedList<PersonRows> list = new PartedList<>("not-in-households", open.map(Open::people), counts);
        JavaRDD<Firsts> firsts = list.rows() == 0 ? open.map(part -> new Firsts(0, new int[0])) : firsts(open, list);
        int parts = open.getNumPartitions();
        long[] before = before(firsts.map(first -> (long) first.own()).collect());
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            others.add((long) all.get(i) - counts.get(i).rows());
        }
        long[] othersBefore = before(others);
        long people = before[parts] + othersBefore[parts];
        JavaRDD<long[]> numbers = list.rows() == 0 ? firsts.map(first -> new long[0]) : numbers(firsts, list, before);
        JavaRDD<Numbered> numbered = open.zip(numbers)
                .mapPartitionsWithIndex(
                        (index, in) -> {
                            Tuple2<Open, long[]> both = in.next();
                            return List.of(numbered(both._1(), both._2(), before[parts] + othersBefore[index]))
                                    .iterator();
                        },
                        false);
        return new Found(numbered, people);
    }

    private static long[] before(List<Long> counts) {
        long[] before = new long[counts.size() + 1];
        for (int i = 0; i < counts.size(); i++) {
            before[i + 1] = before[i] + counts.get(i);
        }
        return before;
    }

    /**
     * Of the rows of one part the first row, anywhere, of the same person.
     *
     * @param own rows that are the first themselves
     * @param first the number of the first row, by row
     */
    @SuppressWarnings("ArrayRecordComponent") // packed, and never compared
    private record Firsts(int own, int[] first) implements Serializable {}

    private JavaRDD<Firsts> firsts(JavaRDD<Open> open, PartedList<PersonRows> list) {
        Ties ties = ClusterLinker.ofPeople(spark, partitions, new StageClock(Progress.SILENT))
                .ties(list, PartedList.none(spark), Assignment.Shape.ONE_TO_ONE);
        Numbering numbering = ties.numbering();
        return open.zip(ties.left())
                .mapPartitionsWithIndex(
                        (index, in) -> {
                            Tuple2<Open, Inbox> both = in.next();
                            return List.of(firsts(
                                            both._1(), both._2(), numbering.first()[index]))
                                    .iterator();
                        },
                        false)
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static Firsts firsts(Open open, Inbox states, int base) {
        int[] first = new int[open.people.size()];
        Arrays.setAll(first, row -> base + row);
        Ties.states(states, (row, matched, of) -> first[row - base] = of);
        int own = 0;
        for (int row = 0; row < first.length; row++) {
            own += first[row] == base + row ? 1 : 0;
        }
        return new Firsts(own, first);
    }

    /** The number of the person of each row: who is not the first asks the partition of the first. */
    private JavaRDD<long[]> numbers(JavaRDD<Firsts> firsts, PartedList<PersonRows> list, long[] before) {
        Numbering numbering = Numbering.of(list, PartedList.none(spark));
        JavaRDD<Tuple2<Integer, Firsts>> indexed = firsts.mapPartitionsWithIndex(
                (index, in) -> List.of(new Tuple2<>(index, in.next())).iterator(), false);
        int parts = firsts.getNumPartitions();
        JavaRDD<Inbox> asked = new Exchange(parts)
                .from(indexed, (both, post) -> ask(both._2(), numbering.first()[both._1()], numbering, post))
                .received();
        JavaRDD<Inbox> answered = new Exchange(parts)
                .from(indexed.zip(asked).map(both -> both), (both, post) -> {
                    int index = both._1()._1();
                    int base = numbering.first()[index];
                    long[] numbers = own(both._1()._2(), base, before[index]);
                    both._2().read(0, mail -> {
                        int first = mail.getInt();
                        int row = mail.getInt();
                        post.to(numbering.partitionOf(row)).putInt(row).putLong(numbers[first - base]);
                    });
                })
                .received();
        return indexed.zip(answered).map(both -> {
            int index = both._1()._1();
            int base = numbering.first()[index];
            long[] numbers = own(both._1()._2(), base, before[index]);
            both._2().read(0, mail -> numbers[mail.getInt() - base] = mail.getLong());
            return numbers;
        });
    }

    private static void ask(Firsts firsts, int base, Numbering numbering, Post post) {
        for (int row = 0; row < firsts.first.length; row++) {
            int first = firsts.first[row];
            if (first != base + row) {
                post.to(numbering.partitionOf(first)).putInt(first).putInt(base + row);
            }
        }
    }

    /** The numbers of the rows that are the first of their people; 0 of the others. */
    private static long[] own(Firsts firsts, int base, long before) {
        long[] numbers = new long[firsts.first.length];
        long people = before;
        for (int row = 0; row < numbers.length; row++) {
            if (firsts.first[row] == base + row) {
                numbers[row] = ++people;
            }
        }
        return numbers;
    }

    private static Numbered numbered(Open open, long[] numbers, long othersFrom) {
        List<Sighted> told = new ArrayList<>();
        for (int row = 0; row < numbers.length; row++) {
            told.add(open.rows.get(open.place(row)).numbered(numbers[row]));
        }
        List<Sighted> others = new ArrayList<>();
        for (Sighted row : open.others()) {
            others.add(row.numbered(othersFrom + others.size() + 1));
        }
        return new Numbered(told, others);
    }
}
