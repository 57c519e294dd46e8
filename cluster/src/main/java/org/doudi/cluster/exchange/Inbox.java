package org.doudi.cluster.exchange;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import scala.Tuple2;

/** All messages to one partition, in the order of their senders, whichever came first. */
public final class Inbox implements Serializable {
    private final List<long[]> messages = new ArrayList<>();

    Inbox(Iterator<Tuple2<Integer, long[]>> arrived) {
        arrived.forEachRemaining(message -> messages.add(message._2()));
        messages.sort((a, b) -> Arrays.compare(a, 0, Post.HEADER, b, 0, Post.HEADER));
    }

    /** Nothing came. */
    public static Inbox empty() {
        return new Inbox(List.<Tuple2<Integer, long[]>>of().iterator());
    }

    /** Receives a record. */
    @FunctionalInterface
    public interface Reader {
        /** Must read one record whole. */
        void record(Mail mail);
    }

    /** Reads the records of the first kind, and lets go of each message when it is read: they cannot be read again. */
    public void drain(Reader reader) {
        for (int i = 0; i < messages.size(); i++) {
            all(messages.set(i, new long[0]), reader);
        }
        messages.clear();
    }

    private static void all(long[] message, Reader reader) {
        Mail mail = new Mail(message);
        while (mail.hasMore()) {
            reader.record(mail);
        }
    }

    /** Reads the records of one kind, one after the other. */
    public void read(int kind, Reader reader) {
        for (long[] message : messages) {
            if (Post.kind(message) == kind) {
                all(message, reader);
            }
        }
    }
}
