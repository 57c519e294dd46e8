package org.doudi.server.vault;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.KeyParameter;

/** Writes a sealed stream; only {@link #close} writes the last chunk, without which it does not open. */
final class SealedOutput extends OutputStream {
    private final DataOutputStream out;
    private final SealedStream stream;
    private final byte[] chunk = new byte[SealedStream.CHUNK];
    private int filled;
    private boolean closed;

    private SealedOutput(DataOutputStream out, SealedStream stream) {
        this.out = out;
        this.stream = stream;
    }

    static SealedOutput begin(OutputStream to, KeyParameter backup, byte[] keys) throws IOException {
        byte[] salt = new byte[SealedStream.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] head = ByteBuffer.allocate(SealedStream.MAGIC.length + salt.length + Integer.BYTES + keys.length)
                .put(SealedStream.MAGIC)
                .put(salt)
                .putInt(keys.length)
                .put(keys)
                .array();
        SealedStream stream = new SealedStream(backup, salt);
        DataOutputStream out = new DataOutputStream(to);
        out.write(head);
        out.write(stream.head(head));
        return new SealedOutput(out, stream);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                put(0);
            }
            int now = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, now);
            filled += now;
            at += now;
            left -= now;
        }
    }

    private void put(int mark) throws IOException {
        try {
            byte[] sealed = stream.next(true, mark, chunk, filled);
            out.writeInt(sealed.length | mark);
            out.write(sealed);
            filled = 0;
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting cannot fail", e);
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put(SealedStream.LAST);
            out.close();
        }
    }
}
