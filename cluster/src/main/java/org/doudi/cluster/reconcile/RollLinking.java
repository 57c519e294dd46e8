package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cli.reconcile.PersonBook.Named;
import org.doudi.cli.reconcile.RollBook;
import org.doudi.cli.reconcile.Tying;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;
import org.doudi.cluster.exchange.Post;
import org.doudi.cluster.link.Numbering;
import org.doudi.cluster.link.Ties;
import org.doudi.cluster.lists.Beside;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.score.Weights;
import scala.Tuple2;

/**
 * Brings the pairs of a linkage to the rows of the roll: each goes by the member, who is named there, to the row. Pairs of members whom
 * the book does not hold end on the way, as on one machine.
 */
final class RollLinking implements Serializable {
    private static final Ties.Kind[] KINDS = Ties.Kind.values();

    private final Numbering numbering;
    private final Broadcast<Weights> weights;

    RollLinking(Numbering numbering, Broadcast<Weights> weights) {
        this.numbering = numbering;
        this.weights = weights;
    }

    JavaRDD<LinkedPart> linked(
            JavaRDD<Beside.Part<PersonRows, RollBook>> roll,
            JavaRDD<Beside.Part<PersonRows, PersonBook>> persons,
            Ties ties) {
        JavaRDD<Tuple2<Beside.Part<PersonRows, PersonBook>, Inbox>> asked =
                persons.zip(ties.right()).map(both -> both);
        JavaRDD<Inbox> named = new Exchange(numbering.leftPartitions())
                .from(asked, (both, post) -> name(both._1(), both._2(), post))
                .received();
        return roll.zip(ties.left())
                .zip(named)
                .map(all -> link(all._1()._1(), all._1()._2(), all._2()));
    }

    /** Sends the pairs on, with the member instead of the member's row. */
    private void name(Beside.Part<PersonRows, PersonBook> part, Inbox inbox, Post post) {
        int[] places = part.beside().placesOf(part.linked().keys());
        Ties.pairs(inbox, tie -> {
            int row = numbering.place(tie.right());
            if (places[row] >= 0) {
                Packet to = post.to(numbering.partitionOf(tie.left()))
                        .putInt(tie.left())
                        .putInt(tie.kind().ordinal())
                        .putInt(tie.pattern())
                        .putInt(tie.settled() ? 1 : 0)
                        .putInt(tie.order());
                NamedMail.write(part.beside().named(places[row]), to);
            }
        });
    }

    /** A pair that has come to its row. */
    private record Pair(int row, Ties.Kind kind, int pattern, boolean settled, int order, Named person) {
        /** First all matches, in their order, then all that somebody must look at, then what comes near. */
        private static final Comparator<Pair> ORDER = Comparator.comparing(Pair::kind)
                .thenComparingInt(Pair::row)
                .thenComparingInt(Pair::order)
                .thenComparingLong(pair -> pair.person.line());

        static Pair read(Mail mail) {
            int row = mail.getInt();
            Ties.Kind kind = KINDS[mail.getInt()];
            return new Pair(row, kind, mail.getInt(), mail.getInt() == 1, mail.getInt(), NamedMail.read(mail));
        }
    }

    private LinkedPart link(Beside.Part<PersonRows, RollBook> part, Inbox states, Inbox named) {
        LinkedPart linked = new LinkedPart(part.beside());
        List<Pair> pairs = new ArrayList<>();
        named.read(0, mail -> pairs.add(Pair.read(mail)));
        pairs.sort(Pair.ORDER);
        int[] bookRow = part.beside().placesOf(part.linked().keys());
        Tying tying = new Tying(linked.links(), bookRow, weights.value());
        for (Pair pair : pairs) {
            int row = numbering.place(pair.row);
            int person = linked.place(pair.person);
            switch (pair.kind) {
                case MATCH -> tying.match(row, person, pair.pattern);
                case REVIEW -> tying.review(row, person, pair.pattern, pair.settled);
                case NEAR -> tying.near(row, person, pair.pattern);
            }
        }
        BitSet matched = new BitSet();
        BitSet duplicate = new BitSet();
        Ties.states(states, (number, partner, first) -> {
            int row = numbering.place(number);
            matched.set(row, partner);
            duplicate.set(row, first != number);
        });
        tying.count(part.linked().rowsIn(), part.linked().rejectedRows(), matched::get, duplicate::get);
        return linked;
    }
}
