package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Packet;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.table.RowKeys;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** From candidates to decisions: whole components go to one partition each, where the core's assignment decides over them. */
final class Deciding<R extends Serializable> implements Serializable {
    private static final int LABEL = 0;
    private static final int CANDIDATE = 1;

    private final Numbering numbering;
    private final int partitions;
    private final RowKind<R> kind;
    private final Broadcast<Scoring> scoring;
    private final Assignment.Shape shape;
    private final Telling telling;

    Deciding(
            RowKind<R> kind,
            Numbering numbering,
            int partitions,
            Broadcast<Scoring> scoring,
            Assignment.Shape shape,
            Telling telling) {
        this.kind = kind;
        this.telling = telling;
        this.numbering = numbering;
        this.partitions = partitions;
        this.scoring = scoring;
        this.shape = shape;
    }

    /** What was decided about the rows, for each partition of rows. */
    JavaRDD<Inbox> decide(JavaRDD<PreparedPart<R>> prepared, JavaRDD<Passes.Found> found) {
        JavaRDD<long[]> labels = new Components(partitions, numbering.ranges().end()).of(found);
        JavaRDD<Inbox> known = new Exchange(numbering.partitions())
                .from(labels, this::sendLabels)
                .from(found, this::sendCandidates)
                .received();
        JavaRDD<Gathered> gathered = new Exchange(partitions)
                .from(ClusterLinker.zipped(prepared, known), this::gather)
                .received()
                .map(inbox -> new Gathered(inbox, neighbourhood(inbox)))
                .persist(StorageLevel.MEMORY_ONLY());
        JavaRDD<Begun> begun = gathered.map(g -> g.begun(this)).persist(StorageLevel.MEMORY_AND_DISK());
        Begun.Counts counts = begun.map(Begun.Counts::of).fold(Begun.Counts.NONE, Begun.Counts::with);
        double bonus = Assignment.bonus(
                counts.freeLeft() + numbering.left() - counts.left(),
                numbering.left(),
                counts.freeRight() + numbering.right() - counts.right(),
                numbering.right());
        JavaRDD<Inbox> households = counts.partners() == 0 ? begun.map(b -> Inbox.empty()) : households(begun);
        return new Exchange(numbering.partitions())
                .from(ClusterLinker.zipped(gathered, households), (both, post) -> settle(both, bonus, post))
                .received();
    }

    private void sendLabels(long[] labels, Post post) {
        for (long label : labels) {
            post.to(numbering.partitionOf(Components.from(label))).putLong(label);
        }
    }

    private void sendCandidates(Passes.Found found, Post post) {
        long[] candidates = found.candidates();
        for (int i = 0; i < candidates.length; i += Candidate.WORDS) {
            post.to(numbering.partitionOf(Candidate.low(candidates[i]))).putLongs(candidates, i, Candidate.WORDS);
        }
    }

    /** Sends the rows that have candidates, and the candidates of which they are the lower row, to where their component is decided. */
    private void gather(Tuple2<PreparedPart<R>, Inbox> both, Post post) {
        PreparedPart<R> part = both._1();
        int[] component = new int[part.list().size()];
        Arrays.fill(component, -1);
        both._2().read(LABEL, mail -> {
            long label = mail.getLong();
            component[Components.from(label) - part.first()] = Components.to(label);
        });
        both._2().read(CANDIDATE, mail -> {
            long rows = mail.getLong();
            long place = mail.getLong();
            int low = Candidate.low(rows);
            int row = low - part.first();
            // the lowest row of a component bears no label
            component[row] = component[row] < 0 ? low : component[row];
            to(post, component[row])
                    .putInt(Neighbourhood.CANDIDATE)
                    .putLong(rows)
                    .putLong(place);
        });
        RowForm<R> form = kind.form();
        RowKeys keys = part.list().keys();
        for (int row = 0; row < component.length; row++) {
            if (component[row] >= 0) {
                Packet packet =
                        to(post, component[row]).putInt(Neighbourhood.ROW).putInt(part.first() + row);
                form.write(part.list().rows(), row, packet);
                packet.putBytes(keys.bytes(), keys.start(row), keys.end(row) - keys.start(row));
            }
        }
    }

    private Packet to(Post post, int component) {
        return post.to(Exchange.scattered(component, partitions));
    }

    private Neighbourhood neighbourhood(Inbox inbox) {
        return new Neighbourhood(inbox, numbering, kind, scoring.value().judge(), shape);
    }

    private JavaRDD<Inbox> households(JavaRDD<Begun> begun) {
        JavaRDD<Tuple2<Integer, Begun>> numbered = begun.mapPartitionsWithIndex(
                (index, in) -> List.of(new Tuple2<>(index, in.next())).iterator(), false);
        JavaRDD<Inbox> asked = new Exchange(partitions)
                .from(numbered, (both, post) -> both._2().send(both._1(), post, partitions))
                .received();
        return new Exchange(partitions).from(asked, Begun::answer).received();
    }

    /**
     * A neighbourhood between its beginning and its end. It is kept if there is memory for it and ended once; if it was lost, or an
     * attempt at its end failed, it is begun again from what was gathered.
     */
    private static final class Gathered implements Serializable {
        private final Inbox inbox;
        private transient @Nullable Neighbourhood kept;

        Gathered(Inbox inbox, Neighbourhood neighbourhood) {
            this.inbox = inbox;
            this.kept = neighbourhood;
        }

        synchronized Begun begun(Deciding<?> deciding) {
            if (kept == null) {
                kept = deciding.neighbourhood(inbox);
            }
            return kept.begun();
        }

        synchronized Neighbourhood take(Deciding<?> deciding) {
            Neighbourhood taken = kept == null ? deciding.neighbourhood(inbox) : kept;
            kept = null;
            return taken;
        }
    }

    private void settle(Tuple2<Gathered, Inbox> both, double bonus, Post post) {
        Neighbourhood neighbourhood = both._1().take(this);
        neighbourhood.finish(bonus, both._2());
        telling.tell(neighbourhood, numbering, post);
    }
}
