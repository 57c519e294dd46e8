package org.doudi.cluster.link;

import java.util.BitSet;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.assign.Clusters;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.output.Nearest;

/**
 * What a neighbourhood decided about a row, told to the partition that holds the row.
 *
 * @param kind what it is
 * @param row the row
 * @param value the pattern between the two rows, where there are two
 * @param flag of {@link Kind#NEAREST} whether the other row has a better partner; of {@link Kind#DUPLICATE} whether the row gives the
 *     cluster its name
 * @param key the key of the other row
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
record Note(Kind kind, int row, int value, boolean flag, byte[] key) {
    private static final byte[] NO_KEY = {};

    /** What there is to say. */
    enum Kind {
        /** A left row and a right row are one person. */
        MATCH,
        /** A person must look at a left row and a right row. */
        REVIEW,
        /** The row has a partner. */
        MATCHED,
        /** The row is in a pair that a person must look at. */
        IN_REVIEW,
        /** The row of the other list that comes nearest to a row without a partner. */
        NEAREST,
        /** The row is in its list more than once; the key is that of the first. */
        DUPLICATE
    }

    private void send(Post post, Numbering numbering) {
        post.to(numbering.partitionOf(row))
                .putInt(kind.ordinal())
                .putInt(row)
                .putInt(value)
                .putInt(flag ? 1 : 0)
                .putBytes(key, 0, key.length);
    }

    /** Tells all that a neighbourhood decided, pairs in their order. */
    static void sendAll(Neighbourhood decided, Numbering numbering, Post post) {
        Linkage linkage = decided.linkage();
        int end = linkage.ranges().end();
        BitSet inReview = new BitSet(end);
        linkage.forEachMatch((a, b, pattern) ->
                new Note(Kind.MATCH, decided.number(a), pattern, false, decided.key(b)).send(post, numbering));
        if (linkage.ranges().right() > 0) {
            linkage.forEachReview((a, b, pattern) -> {
                new Note(Kind.REVIEW, decided.number(a), pattern, false, decided.key(b)).send(post, numbering);
                inReview.set(a);
                inReview.set(b);
            });
        }
        int[] nearest = Nearest.of(linkage);
        for (int row = 0; row < end; row++) {
            if (linkage.ranges().isRow(row)) {
                state(decided, row, inReview.get(row), nearest[row] - 1).send(post, numbering);
                sendDuplicate(decided, row, numbering, post);
            }
        }
    }

    /** Tells what a neighbourhood of one list decided: rows of one person, and pairs that a person must look at. */
    static void sendDuplicates(Neighbourhood decided, Numbering numbering, Post post) {
        decided.linkage()
                .forEachReview((a, b, pattern) ->
                        new Note(Kind.REVIEW, decided.number(a), pattern, false, decided.key(b)).send(post, numbering));
        for (int row = 0; row < decided.linkage().ranges().left(); row++) {
            sendDuplicate(decided, row, numbering, post);
        }
    }

    private static void sendDuplicate(Neighbourhood decided, int row, Numbering numbering, Post post) {
        Clusters clusters = decided.linkage().assignment().clusters();
        int cluster = clusters.of(row);
        if (clusters.next(row) != row) {
            new Note(Kind.DUPLICATE, decided.number(row), 0, cluster == row, decided.key(cluster))
                    .send(post, numbering);
        }
    }

    private static Note state(Neighbourhood decided, int row, boolean inReview, int nearest) {
        Linkage linkage = decided.linkage();
        int number = decided.number(row);
        if (linkage.assignment().matched(row)) {
            return new Note(Kind.MATCHED, number, 0, false, NO_KEY);
        }
        if (inReview || nearest < 0) {
            return new Note(inReview ? Kind.IN_REVIEW : Kind.NEAREST, number, -1, false, NO_KEY);
        }
        Candidates candidates = linkage.candidates();
        int other = candidates.a(nearest) == row ? candidates.b(nearest) : candidates.a(nearest);
        boolean taken = linkage.assignment().matched(other);
        return new Note(Kind.NEAREST, number, candidates.pattern(nearest), taken, decided.key(other));
    }
}
