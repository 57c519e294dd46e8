package org.doudi.cluster.exchange;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.ShuffledRDD;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** One shuffle. Each sender writes records for the partitions of the receiver; each receiver gets all that was written for it. */
public final class Exchange {
    private final int partitions;
    private @Nullable JavaPairRDD<Integer, long[]> sent;
    private int kinds;

    /** An exchange towards so many partitions. */
    public Exchange(int partitions) {
        this.partitions = partitions;
    }

    /** Writes the records of one element. */
    @FunctionalInterface
    public interface Sender<T> extends Serializable {
        /** Sends what there is to send. */
        void send(T element, Post post);
    }

    /** Adds senders; the records of the first added are of kind 0, those of the next of kind 1. */
    public <T> Exchange from(JavaRDD<T> elements, Sender<T> sender) {
        int kind = kinds++;
        int targets = partitions;
        JavaPairRDD<Integer, long[]> more = JavaPairRDD.fromJavaRDD(elements.mapPartitionsWithIndex(
                (index, in) -> new Sending<>(in, sender, new Post(kind, index, targets)), false));
        sent = sent == null ? more : sent.union(more);
        return this;
    }

    /** Reads what was sent to a partition. */
    @FunctionalInterface
    public interface Receiver<T> extends Serializable {
        /** Makes something of it. */
        T receive(int partition, Inbox inbox);
    }

    /** What a receiver makes of what each partition received. */
    public <T> JavaRDD<T> each(Receiver<T> receiver) {
        return received()
                .mapPartitionsWithIndex(
                        (index, in) ->
                                List.of(receiver.receive(index, in.next())).iterator(),
                        true);
    }

    /** What each partition received. */
    public JavaRDD<Inbox> received() {
        if (sent == null) {
            throw new IllegalStateException("nobody sends anything");
        }
        return new ShuffledRDD<Integer, long[], long[]>(
                        sent.rdd(), new Numbered(partitions), sent.kClassTag(), sent.vClassTag(), sent.vClassTag())
                .setSerializer(new Messages())
                .toJavaRDD()
                .mapPartitions(in -> List.of(new Inbox(in)).iterator());
    }

    /** The partition, among so many, of a hash whose upper bits are well mixed. */
    public static int partition(long hash, int partitions) {
        return (int) (((hash >>> 33) * partitions) >>> 31);
    }

    /** The partition, among so many, of a number that is no hash. */
    public static int scattered(long number, int partitions) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return partition((mixed ^ (mixed >>> 31)) * 0x94D049BB133111EBL, partitions);
    }

    /** The key is the number of the partition. */
    private static final class Numbered extends Partitioner {
        private final int partitions;

        Numbered(int partitions) {
            this.partitions = partitions;
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            return (Integer) key;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Numbered numbered && numbered.partitions == partitions;
        }

        @Override
        public int hashCode() {
            return partitions;
        }
    }

    /** Sends element by element; keeps no more than the messages that are not yet full. */
    private static final class Sending<T> implements Iterator<Tuple2<Integer, long[]>> {
        private final Iterator<T> in;
        private final Sender<T> sender;
        private final Post post;
        private boolean closed;

        Sending(Iterator<T> in, Sender<T> sender, Post post) {
            this.in = in;
            this.sender = sender;
            this.post = post;
        }

        @Override
        public boolean hasNext() {
            while (post.ready().isEmpty() && !closed) {
                if (in.hasNext()) {
                    sender.send(in.next(), post);
                } else {
                    post.close();
                    closed = true;
                }
            }
            return !post.ready().isEmpty();
        }

        @Override
        public Tuple2<Integer, long[]> next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return post.ready().remove();
        }
    }
}
