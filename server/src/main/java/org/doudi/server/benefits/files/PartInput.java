package org.doudi.server.benefits.files;

import java.io.InputStream;
import java.util.function.IntFunction;

/** The bytes of parts, one after the other, each fetched when it is needed. */
final class PartInput extends InputStream {
    private final IntFunction<byte[]> parts;
    private final int count;
    private byte[] part = new byte[0];
    private int at;
    private int next;

    PartInput(int count, IntFunction<byte[]> parts) {
        this.count = count;
        this.parts = parts;
    }

    @Override
    public int read() {
        return more() ? Byte.toUnsignedInt(part[at++]) : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        if (length == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        int fits = Math.min(length, part.length - at);
        System.arraycopy(part, at, to, from, fits);
        at += fits;
        return fits;
    }

    private boolean more() {
        while (at == part.length && next < count) {
            part = parts.apply(next++);
            at = 0;
        }
        return at < part.length;
    }
}
