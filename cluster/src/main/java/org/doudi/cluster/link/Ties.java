package org.doudi.cluster.link;

import org.apache.spark.api.java.JavaRDD;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Partitions;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.score.Weights;

/**
 * A linkage that is not written but handed on: to the partitions of the right list the pairs of their rows, to those of the left list
 * what became of theirs.
 */
public final class Ties {
    private final JavaRDD<Inbox> told;
    private final Numbering numbering;
    private final Weights weights;

    Ties(JavaRDD<Inbox> told, Numbering numbering, Weights weights) {
        this.told = told;
        this.numbering = numbering;
        this.weights = weights;
    }

    /** What a pair is. */
    public enum Kind {
        /** The two are one person. */
        MATCH,
        /** A person must look at the two. */
        REVIEW,
        /** The two share a key, and the left row has no partner. */
        NEAR
    }

    private static final Kind[] KINDS = Kind.values();

    /**
     * A pair.
     *
     * @param right the number of the right row
     * @param left the number of the left row
     * @param kind what it is
     * @param pattern between the two
     * @param settled whether the left row has a partner
     * @param order among the matches of one left row
     */
    public record Tie(int right, int left, Kind kind, int pattern, boolean settled, int order) {}

    /** Receives pairs. */
    @FunctionalInterface
    public interface Pairs {
        /** Takes a pair. */
        void pair(Tie tie);
    }

    /** Receives what became of rows; of rows that come near no other nothing is said. */
    @FunctionalInterface
    public interface States {
        /** A row has a partner, or not; {@code first} is the lowest row of the same list that is the same person. */
        void state(int row, boolean matched, int first);
    }

    /** The numbers of the rows. */
    public Numbering numbering() {
        return numbering;
    }

    /** What agreement weighs. */
    public Weights weights() {
        return weights;
    }

    /** For each partition of the left list what became of its rows; {@link #states} reads it. */
    public JavaRDD<Inbox> left() {
        return Partitions.of(told, 0, numbering.leftPartitions());
    }

    /** For each partition of the right list its pairs; {@link #pairs} reads them. */
    public JavaRDD<Inbox> right() {
        return Partitions.of(told, numbering.leftPartitions(), numbering.partitions());
    }

    /** Reads pairs. */
    public static void pairs(Inbox inbox, Pairs visitor) {
        inbox.read(
                0,
                mail -> visitor.pair(new Tie(
                        mail.getInt(),
                        mail.getInt(),
                        KINDS[mail.getInt()],
                        mail.getInt(),
                        mail.getInt() == 1,
                        mail.getInt())));
    }

    /** Reads what became of rows. */
    public static void states(Inbox inbox, States visitor) {
        inbox.read(0, mail -> visitor.state(mail.getInt(), mail.getInt() == 1, mail.getInt()));
    }

    static void tell(Neighbourhood decided, Numbering numbering, Post post) {
        Linkage linkage = decided.linkage();
        Assignment assignment = linkage.assignment();
        if (linkage.ranges().right() > 0) {
            int[] order = {0};
            linkage.forEachMatch((a, b, pattern) -> send(
                    new Tie(decided.number(b), decided.number(a), Kind.MATCH, pattern, true, order[0]++),
                    numbering,
                    post));
            linkage.forEachReview((a, b, pattern) -> send(
                    new Tie(decided.number(b), decided.number(a), Kind.REVIEW, pattern, assignment.matched(a), 0),
                    numbering,
                    post));
            linkage.forEachNear((a, b, pattern) ->
                    send(new Tie(decided.number(b), decided.number(a), Kind.NEAR, pattern, false, 0), numbering, post));
        }
        for (int row = 0; row < linkage.ranges().left(); row++) {
            int number = decided.number(row);
            post.to(numbering.partitionOf(number))
                    .putInt(number)
                    .putInt(assignment.matched(row) ? 1 : 0)
                    .putInt(decided.number(assignment.clusters().of(row)));
        }
    }

    private static void send(Tie tie, Numbering numbering, Post post) {
        post.to(numbering.partitionOf(tie.right()))
                .putInt(tie.right())
                .putInt(tie.left())
                .putInt(tie.kind().ordinal())
                .putInt(tie.pattern())
                .putInt(tie.settled() ? 1 : 0)
                .putInt(tie.order());
    }
}
