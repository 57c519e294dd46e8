package org.doudi.cluster.exchange;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** All messages to one partition, in the order of their senders, whichever came first. */
public final class Inbox implements Serializable {
    private final List<int[]> messages = new ArrayList<>();

    Inbox(Iterator<Tuple2<Integer, byte[]>> arrived) {
        arrived.forEachRemaining(message -> messages.add(ints(message._2())));
        messages.sort((a, b) -> Arrays.compare(a, 0, Post.HEADER, b, 0, Post.HEADER));
    }

    private static int[] ints(byte[] message) {
        int[] ints = new int[message.length / Integer.BYTES];
        ByteBuffer.wrap(message).order(Packet.ORDER).asIntBuffer().get(ints);
        return ints;
    }

    /** Nothing came. */
    public static Inbox empty() {
        return new Inbox(List.<Tuple2<Integer, byte[]>>of().iterator());
    }

    /** Receives a record. */
    @FunctionalInterface
    public interface Reader {
        /** Must read one record whole. */
        void record(Mail mail);
    }

    /** Reads the records of one kind, one after the other. */
    public void read(int kind, Reader reader) {
        for (int[] message : messages) {
            if (message[Post.KIND] == kind) {
                Mail mail = new Mail(message);
                while (mail.hasMore()) {
                    reader.record(mail);
                }
            }
        }
    }
}
