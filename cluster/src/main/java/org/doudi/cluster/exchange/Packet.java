package org.doudi.cluster.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message that grows as it is written. It is made of longs, which go to bytes and back as one block; two ints that follow each other
 * share one.
 */
public final class Packet {
    private long[] longs = new long[32];
    private int used;
    private boolean half;

    /** Number of longs so far. */
    int size() {
        return used;
    }

    /** A record begins, at a long of its own. */
    Packet record() {
        half = false;
        return this;
    }

    /** Adds a long. */
    public Packet putLong(long value) {
        int at = room(1);
        longs[at] = value;
        return this;
    }

    /** Adds an int. */
    public Packet putInt(int value) {
        if (half) {
            longs[used - 1] |= (long) value << 32;
            half = false;
        } else {
            putLong(value & 0xFFFF_FFFFL);
            half = true;
        }
        return this;
    }

    /** Adds several longs. */
    public Packet putLongs(long[] values, int from, int count) {
        int at = room(count);
        System.arraycopy(values, from, longs, at, count);
        return this;
    }

    /** Makes room for several longs and answers where it begins in {@link #longs}; the caller fills it before it adds anything else. */
    public int room(int count) {
        if (used + count > longs.length) {
            longs = Arrays.copyOf(longs, Math.max(used + count, longs.length * 2));
        }
        half = false;
        used += count;
        return used - count;
    }

    /** What was written so far, in an array that may be another one after the next addition. */
    public long[] longs() {
        return longs;
    }

    /** Adds bytes and how many they are. */
    public Packet putBytes(byte[] values, int from, int count) {
        putInt(count);
        int to = room((count + Long.BYTES - 1) / Long.BYTES);
        for (int i = 0; i < count; i += Long.BYTES) {
            long eight = 0;
            for (int j = Math.min(i + Long.BYTES, count) - 1; j >= i; j--) {
                eight = eight << 8 | (values[from + j] & 0xFF);
            }
            longs[to++] = eight;
        }
        return this;
    }

    /** Adds a text. */
    public Packet putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return putBytes(utf8, 0, utf8.length);
    }

    /** The message; this begins anew. */
    long[] take() {
        long[] taken = Arrays.copyOf(longs, used);
        used = 0;
        half = false;
        return taken;
    }
}
