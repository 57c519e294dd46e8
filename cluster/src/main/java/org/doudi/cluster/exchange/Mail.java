package org.doudi.cluster.exchange;

import java.nio.charset.StandardCharsets;

/** A message that is read, in the order in which it was written. */
public final class Mail {
    private final long[] longs;
    private int at = Post.HEADER;
    private boolean half;

    Mail(long[] longs) {
        this.longs = longs;
    }

    /** Whether another record begins. */
    boolean hasMore() {
        half = false;
        return at < longs.length;
    }

    /** The next long. */
    public long getLong() {
        return longs[skip(1)];
    }

    /** The next int. */
    public int getInt() {
        if (half) {
            half = false;
            return (int) (longs[at - 1] >>> 32);
        }
        int value = (int) longs[skip(1)];
        half = true;
        return value;
    }

    /** The next longs. */
    public void getLongs(long[] to, int from, int count) {
        System.arraycopy(longs, skip(count), to, from, count);
    }

    /** Passes over the next longs and answers where they begin in {@link #longs}. */
    public int skip(int count) {
        half = false;
        at += count;
        return at - count;
    }

    /** The whole message; not to be changed. */
    public long[] longs() {
        return longs;
    }

    /** The next bytes, which say how many they are. */
    public byte[] getBytes() {
        byte[] value = new byte[getInt()];
        int from = skip((value.length + Long.BYTES - 1) / Long.BYTES);
        for (int i = 0; i < value.length; i += Long.BYTES) {
            long eight = longs[from++];
            for (int j = i; j < Math.min(i + Long.BYTES, value.length); j++) {
                value[j] = (byte) eight;
                eight >>>= 8;
            }
        }
        return value;
    }

    /** The next text. */
    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }
}
