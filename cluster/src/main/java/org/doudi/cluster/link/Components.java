package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;

/**
 * Finds which rows hang together through candidates: in one task where the rows are few enough, else in rounds. Each edge leads from a higher row to a lower one; in turns every row hands its
 * higher neighbours, then its lower ones, to the lowest row that it knows, until nothing moves ("large star, small star", Kiveris and
 * others, Connected Components in MapReduce and Beyond, 2014). What is left are stars: every row of a component knows its lowest row.
 */
final class Components implements Serializable {
    private static final int MOST_ROUNDS = 64;

    /** Rows among which one task finds the components by itself, with four bytes a row: cheaper than the rounds of many. */
    private static final int FEW_ROWS = 1 << 24;

    private final int partitions;
    private final int rows;

    /** Components among rows whose numbers are below {@code rows}. */
    Components(int partitions, int rows) {
        this.partitions = partitions;
        this.rows = rows;
    }

    /** How many edges there are and what they add up to: the same twice means that nothing moved. */
    private record Check(long edges, long sum) implements Serializable {
        Check with(Check other) {
            return new Check(edges + other.edges, sum + other.sum);
        }

        static Check of(long[] edges) {
            long sum = 0;
            for (long edge : edges) {
                long mixed = edge * 0x9E3779B97F4A7C15L;
                sum += mixed ^ (mixed >>> 29);
            }
            return new Check(edges.length, sum);
        }
    }

    /** For every row that has a candidate and is not the lowest of its component: the row, and that lowest row, in one long. */
    JavaRDD<long[]> of(JavaRDD<Passes.Found> found) {
        JavaRDD<long[]> edges = found.map(f -> edges(f.candidates()));
        return rows <= FEW_ROWS ? byOne(edges) : byMany(edges);
    }

    /** One task puts the rows together as the edges come. */
    JavaRDD<long[]> byOne(JavaRDD<long[]> edges) {
        return new Exchange(1).from(edges, Components::sendAll).received().map(this::together);
    }

    private static void sendAll(long[] edges, Post post) {
        for (long edge : edges) {
            post.to(0).putLong(edge);
        }
    }

    private long[] together(Inbox inbox) {
        int[] lower = new int[rows];
        Arrays.setAll(lower, row -> row);
        inbox.read(0, mail -> {
            long edge = mail.getLong();
            int a = lowest(lower, from(edge));
            int b = lowest(lower, to(edge));
            lower[Math.max(a, b)] = Math.min(a, b);
        });
        Longs stars = new Longs();
        for (int row = 0; row < rows; row++) {
            if (lower[row] != row) {
                stars.add(edge(row, lowest(lower, row)));
            }
        }
        return stars.array();
    }

    /** The lowest row that a row is known to hang together with; the way there grows shorter each time. */
    private static int lowest(int[] lower, int row) {
        int at = row;
        while (lower[at] != at) {
            lower[at] = lower[lower[at]];
            at = lower[at];
        }
        return at;
    }

    /** All tasks together, in rounds. */
    JavaRDD<long[]> byMany(JavaRDD<long[]> edges) {
        JavaRDD<long[]> before = edges;
        Check known = new Check(-1, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            JavaRDD<long[]> large = new Exchange(partitions)
                    .from(before, this::sendBothWays)
                    .received()
                    .map(Components::largeStar);
            JavaRDD<long[]> small = new Exchange(partitions)
                    .from(large, this::sendFromHigher)
                    .received()
                    .map(Components::smallStar)
                    .persist(StorageLevel.MEMORY_AND_DISK());
            Check now = small.map(Check::of).fold(new Check(0, 0), Check::with);
            before.unpersist();
            if (now.equals(known)) {
                return small;
            }
            known = now;
            before = small;
        }
        throw new IllegalStateException(
                "the components of the candidates did not settle in " + MOST_ROUNDS + " rounds");
    }

    private static long[] edges(long[] candidates) {
        Longs edges = new Longs();
        for (int i = 0; i < candidates.length; i += Candidate.WORDS) {
            edges.add(edge(Candidate.high(candidates[i]), Candidate.low(candidates[i])));
        }
        return edges.array();
    }

    static long edge(int from, int to) {
        return (long) from << 32 | to;
    }

    static int from(long edge) {
        return (int) (edge >>> 32);
    }

    static int to(long edge) {
        return (int) edge;
    }

    private void sendBothWays(long[] edges, Post post) {
        for (long edge : edges) {
            post.to(Exchange.scattered(from(edge), partitions)).putLong(edge);
            post.to(Exchange.scattered(to(edge), partitions)).putLong(edge(to(edge), from(edge)));
        }
    }

    private void sendFromHigher(long[] edges, Post post) {
        for (long edge : edges) {
            post.to(Exchange.scattered(from(edge), partitions)).putLong(edge);
        }
    }

    /** Every row hands its higher neighbours to the lowest row that it knows, itself included. */
    private static long[] largeStar(Inbox inbox) {
        Longs edges = sorted(inbox);
        Longs handed = new Longs();
        for (int begin = 0, end; begin < edges.size(); begin = end) {
            int row = from(edges.get(begin));
            int lowest = Math.min(row, to(edges.get(begin)));
            for (end = begin; end < edges.size() && from(edges.get(end)) == row; end++) {
                int neighbour = to(edges.get(end));
                if (neighbour > row) {
                    handed.add(edge(neighbour, lowest));
                }
            }
        }
        return handed.distinct().array();
    }

    /** Every row hands its lower neighbours, and itself, to the lowest of them. */
    private static long[] smallStar(Inbox inbox) {
        Longs edges = sorted(inbox);
        Longs handed = new Longs();
        for (int begin = 0, end; begin < edges.size(); begin = end) {
            int row = from(edges.get(begin));
            int lowest = to(edges.get(begin));
            handed.add(edge(row, lowest));
            for (end = begin + 1; end < edges.size() && from(edges.get(end)) == row; end++) {
                handed.add(edge(to(edges.get(end)), lowest));
            }
        }
        return handed.distinct().array();
    }

    /** By row, then by neighbour: the first neighbour is the lowest. */
    private static Longs sorted(Inbox inbox) {
        Longs edges = new Longs();
        inbox.read(0, mail -> edges.add(mail.getLong()));
        return edges.distinct();
    }
}
