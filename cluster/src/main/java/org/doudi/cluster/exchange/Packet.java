package org.doudi.cluster.exchange;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message that grows as it is written. */
public final class Packet {
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int used;

    /** Number of bytes so far. */
    int size() {
        return used;
    }

    /** Adds eight bytes. */
    public Packet putLong(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, used, value);
        used += Long.BYTES;
        return this;
    }

    /** Adds four bytes. */
    public Packet putInt(int value) {
        reserve(Integer.BYTES);
        INTS.set(bytes, used, value);
        used += Integer.BYTES;
        return this;
    }

    /** Adds several longs. */
    public Packet putLongs(long[] values, int from, int count) {
        reserve(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            LONGS.set(bytes, used + i * Long.BYTES, values[from + i]);
        }
        used += count * Long.BYTES;
        return this;
    }

    /** Adds bytes and how many they are. */
    public Packet putBytes(byte[] values, int from, int count) {
        putInt(count);
        reserve(count);
        System.arraycopy(values, from, bytes, used, count);
        used += count;
        return this;
    }

    /** Adds a text. */
    public Packet putText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return putBytes(utf8, 0, utf8.length);
    }

    private void reserve(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length * 2));
        }
    }

    /** The message; this begins anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, used);
        used = 0;
        return taken;
    }
}
