package org.doudi.cluster.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/** What one sender has to send: a message in the making for each partition that it writes to. */
public final class Post {
    /** Longs at which a message is sent, where receivers are few. */
    private static final int FULL = 1 << 15;

    /** Longs that messages in the making hold, all together. */
    private static final int HELD = 1 << 22;

    private static final int LEAST_FULL = 1 << 8;

    /** How many longs go before the content: kind and sender, number of the message. */
    static final int HEADER = 2;

    private final int kind;
    private final int sender;
    private final int full;
    private final @Nullable Packet[] open;
    private final Deque<Tuple2<Integer, long[]>> ready = new ArrayDeque<>();
    private int sent;

    Post(int kind, int sender, int partitions) {
        this.kind = kind;
        this.sender = sender;
        this.full = Math.max(LEAST_FULL, Math.min(FULL, HELD / partitions));
        this.open = new Packet[partitions];
    }

    /** The message to a partition; one record is to be written to it at a time. */
    public Packet to(int partition) {
        Packet packet = open[partition];
        if (packet == null) {
            packet = new Packet();
            open[partition] = packet;
        } else if (packet.size() >= full) {
            ready.add(new Tuple2<>(partition, packet.take()));
        }
        if (packet.size() == 0) {
            packet.putLong((long) kind << 32 | sender).putLong(sent++);
        }
        return packet.record();
    }

    /** The kind of the records in a message. */
    static int kind(long[] message) {
        return (int) (message[0] >>> 32);
    }

    /** Nothing more will be written. */
    void close() {
        for (int partition = 0; partition < open.length; partition++) {
            Packet packet = open[partition];
            if (packet != null && packet.size() > 0) {
                ready.add(new Tuple2<>(partition, packet.take()));
            }
            open[partition] = null;
        }
    }

    Deque<Tuple2<Integer, long[]>> ready() {
        return ready;
    }
}
