package org.doudi.cluster.exchange;

import java.nio.charset.StandardCharsets;

/** A message that is read. */
public final class Mail {
    private final int[] ints;
    private int at = Post.HEADER;

    Mail(int[] ints) {
        this.ints = ints;
    }

    boolean hasMore() {
        return at < ints.length;
    }

    /** The next long. */
    public long getLong() {
        long upper = ints[at++];
        return (upper << 32) | (ints[at++] & 0xFFFF_FFFFL);
    }

    /** The next int. */
    public int getInt() {
        return ints[at++];
    }

    /** The next longs. */
    public void getLongs(long[] to, int from, int count) {
        for (int i = from; i < from + count; i++) {
            to[i] = getLong();
        }
    }

    /** The next bytes, which say how many they are. */
    public byte[] getBytes() {
        byte[] value = new byte[getInt()];
        for (int i = 0; i < value.length; i += 4) {
            int four = getInt();
            for (int j = i; j < Math.min(i + 4, value.length); j++) {
                value[j] = (byte) (four >>> (8 * (j - i)));
            }
        }
        return value;
    }

    /** The next text. */
    public String getText() {
        return new String(getBytes(), StandardCharsets.UTF_8);
    }
}
