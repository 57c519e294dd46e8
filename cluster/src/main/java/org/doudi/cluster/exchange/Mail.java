package org.doudi.cluster.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message that is read. */
public final class Mail {
    private final byte[] bytes;
    private int at = Post.HEADER;

    Mail(byte[] bytes) {
        this.bytes = bytes;
    }

    int kind() {
        return (int) Packet.INTS.get(bytes, 0);
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    /** The next eight bytes. */
    public long getLong() {
        long value = (long) Packet.LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    /** The next four bytes. */
    public int getInt() {
        int value = (int) Packet.INTS.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    /** The next longs. */
    public void getLongs(long[] to, int from, int count) {
        for (int i = 0; i < count; i++) {
            to[from + i] = getLong();
        }
    }

    /** The next bytes, which say how many they are. */
    public byte[] getBytes() {
        int count = getInt();
        byte[] value = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return value;
    }

    /** The next text. */
    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }
}
