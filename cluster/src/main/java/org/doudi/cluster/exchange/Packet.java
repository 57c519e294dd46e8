package org.doudi.cluster.exchange;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message that grows as it is written. It is made of ints, which go to bytes and back as one block. */
public final class Packet {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private int[] ints = new int[64];
    private int used;

    /** Number of ints so far. */
    int size() {
        return used;
    }

    /** Adds a long. */
    public Packet putLong(long value) {
        reserve(2);
        ints[used++] = (int) (value >>> 32);
        ints[used++] = (int) value;
        return this;
    }

    /** Adds an int. */
    public Packet putInt(int value) {
        reserve(1);
        ints[used++] = value;
        return this;
    }

    /** Adds several longs. */
    public Packet putLongs(long[] values, int from, int count) {
        reserve(2 * count);
        for (int i = from; i < from + count; i++) {
            ints[used++] = (int) (values[i] >>> 32);
            ints[used++] = (int) values[i];
        }
        return this;
    }

    /** Adds bytes and how many they are. */
    public Packet putBytes(byte[] values, int from, int count) {
        reserve(1 + (count + 3) / 4);
        ints[used++] = count;
        for (int i = 0; i < count; i += 4) {
            int four = 0;
            for (int j = i; j < Math.min(i + 4, count); j++) {
                four |= (values[from + j] & 0xFF) << (8 * (j - i));
            }
            ints[used++] = four;
        }
        return this;
    }

    /** Adds a text. */
    public Packet putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return putBytes(utf8, 0, utf8.length);
    }

    private void reserve(int more) {
        if (used + more > ints.length) {
            ints = Arrays.copyOf(ints, Math.max(used + more, ints.length * 2));
        }
    }

    /** The message; this begins anew. */
    byte[] take() {
        byte[] taken = new byte[used * Integer.BYTES];
        ByteBuffer.wrap(taken).order(ORDER).asIntBuffer().put(ints, 0, used);
        used = 0;
        return taken;
    }
}
