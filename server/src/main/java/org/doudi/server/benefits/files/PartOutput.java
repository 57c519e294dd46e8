package org.doudi.server.benefits.files;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/** Gives its bytes on in parts of one size; the last may be smaller. */
final class PartOutput extends OutputStream {
    static final int BYTES = 1 << 20;

    private final Consumer<byte[]> parts;
    private final byte[] part = new byte[BYTES];
    private int filled;

    PartOutput(Consumer<byte[]> parts) {
        this.parts = parts;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        while (at < end) {
            int fits = Math.min(end - at, BYTES - filled);
            System.arraycopy(bytes, at, part, filled, fits);
            at += fits;
            filled += fits;
            if (filled == BYTES) {
                give();
            }
        }
    }

    @Override
    public void close() {
        if (filled > 0) {
            give();
        }
    }

    private void give() {
        parts.accept(Arrays.copyOf(part, filled));
        filled = 0;
    }
}
