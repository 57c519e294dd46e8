package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.reconcile.Links;
import org.doudi.cli.reconcile.Links.Review;
import org.doudi.cli.reconcile.Namesakes;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollBook;
import org.doudi.cli.reconcile.RollRow;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.cluster.lists.Beside;
import org.doudi.linkage.person.PersonRows;
import scala.Tuple2;

/**
 * Finds the namesakes of rows that name nobody: open rows and members meet by name. Of the members only those are sent whose name, by a
 * filter of bits, some open row may bear.
 */
final class NamesakeSearch implements Serializable {
    private static final int OPEN = 0;
    private static final int MEMBER = 1;
    private static final int FILTER_BITS = 1 << 22;

    private final int partitions;

    NamesakeSearch(int partitions) {
        this.partitions = partitions;
    }

    JavaRDD<LinkedPart> found(JavaRDD<LinkedPart> linked, JavaRDD<Beside.Part<PersonRows, PersonBook>> persons) {
        long[] names = linked.map(NamesakeSearch::names).treeReduce(NamesakeSearch::either);
        Broadcast<long[]> filter =
                JavaSparkContext.fromSparkContext(linked.context()).broadcast(names);
        JavaRDD<Tuple2<Integer, LinkedPart>> numbered = linked.mapPartitionsWithIndex(
                (index, in) -> List.of(new Tuple2<>(index, in.next())).iterator(), true);
        JavaRDD<Inbox> met = new Exchange(partitions)
                .from(numbered, (both, post) -> sendOpen(both._1(), both._2(), post))
                .from(persons, (part, post) -> sendMembers(part.beside(), filter.value(), post))
                .received();
        JavaRDD<Inbox> hits =
                new Exchange(linked.getNumPartitions()).from(met, this::meet).received();
        return linked.zip(hits)
                .map(both -> both._1()
                        .with(part -> both._2().read(0, mail -> part.namesake(mail.getInt(), NamedMail.read(mail)))));
    }

    private static int bit(String plainName) {
        return plainName.hashCode() & (FILTER_BITS - 1);
    }

    private static long[] names(LinkedPart part) {
        long[] bits = new long[FILTER_BITS / Long.SIZE];
        open(part, (row, name) -> bits[bit(name) / Long.SIZE] |= 1L << bit(name));
        return bits;
    }

    private static long[] either(long[] a, long[] b) {
        long[] both = a.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] |= b[i];
        }
        return both;
    }

    /** Takes an open row that has a name. */
    private interface Open {
        void row(int row, String plainName);
    }

    private static void open(LinkedPart part, Open visitor) {
        for (int row = 0; row < part.links().rows(); row++) {
            String name = Namesakes.plain(part.book().rows().get(row).name());
            if (part.links().open(row) && !name.isEmpty()) {
                visitor.row(row, name);
            }
        }
    }

    private void sendOpen(int index, LinkedPart part, Post post) {
        open(part, (row, name) -> {
            RollRow cells = part.book().rows().get(row);
            post.to(Exchange.scattered(name.hashCode(), partitions))
                    .putInt(index)
                    .putInt(row)
                    .putText(cells.name())
                    .putText(cells.village());
        });
    }

    private void sendMembers(PersonBook book, long[] filter, Post post) {
        for (int person = 0; person < book.size(); person++) {
            PersonBook.Named named = book.named(person);
            String name = Namesakes.plain(named.name());
            if ((filter[bit(name) / Long.SIZE] >>> bit(name) & 1) != 0) {
                NamedMail.write(named, post.to(Exchange.scattered(name.hashCode(), partitions)));
            }
        }
    }

    /** An open row elsewhere. */
    private record Row(int part, int row) {}

    private void meet(Inbox inbox, Post post) {
        List<Row> rows = new ArrayList<>();
        RollBook open = new RollBook(Roll.DIBAO);
        inbox.read(OPEN, mail -> {
            rows.add(new Row(mail.getInt(), mail.getInt()));
            open.add(new RollRow(
                    rows.size(), "", mail.getText(), "", mail.getText(), null, 0, null, false, false, false));
        });
        PersonBook members = new PersonBook();
        inbox.read(MEMBER, mail -> members.add(NamedMail.read(mail)));
        Links links = new Links(rows.size());
        new Namesakes(members, Divisions.load()).hint(open, links);
        for (Review pair : links.namesakes()) {
            Row row = rows.get(pair.row());
            NamedMail.write(members.named(pair.person()), post.to(row.part).putInt(row.row));
        }
    }
}
