package org.doudi.server.vault;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.params.KeyParameter;

/** Reads a sealed stream, and gives a byte only after the chunk that it lies in was found unchanged and in its place. */
final class SealedInput extends InputStream {
    private static final int MOST_KEYS = 1 << 16;

    private final DataInputStream in;
    private final SealedStream stream;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean last;

    /** The open part of a stream. */
    static final class Head {
        private final byte[] bytes;
        private final byte[] salt;
        private final byte[] keys;
        private final byte[] digest;

        private Head(byte[] bytes, byte[] salt, byte[] keys, byte[] digest) {
            this.bytes = bytes;
            this.salt = salt;
            this.keys = keys;
            this.digest = digest;
        }

        /** The keys as the passphrase sealed them; empty when there was none. */
        byte[] keys() {
            return keys;
        }
    }

    private SealedInput(DataInputStream in, SealedStream stream) {
        this.in = in;
        this.stream = stream;
    }

    static Head head(InputStream from) throws IOException {
        byte[] start = from.readNBytes(SealedStream.MAGIC.length + SealedStream.SALT_BYTES + Integer.BYTES);
        int magic = SealedStream.MAGIC.length;
        if (start.length < magic || !Arrays.equals(start, 0, magic, SealedStream.MAGIC, 0, magic)) {
            throw new SealBrokenException("this is not a backup of this platform");
        }
        if (start.length < magic + SealedStream.SALT_BYTES + Integer.BYTES) {
            throw new SealBrokenException("the file is cut off");
        }
        byte[] salt = Arrays.copyOfRange(start, magic, magic + SealedStream.SALT_BYTES);
        int length = ByteBuffer.wrap(start).getInt(magic + SealedStream.SALT_BYTES);
        if (length < 0 || length > MOST_KEYS) {
            throw new SealBrokenException("the head of the file was changed");
        }
        byte[] keys = from.readNBytes(length);
        byte[] digest = from.readNBytes(SealedStream.DIGEST_BYTES);
        if (keys.length < length || digest.length < SealedStream.DIGEST_BYTES) {
            throw new SealBrokenException("the file is cut off");
        }
        byte[] bytes =
                ByteBuffer.allocate(start.length + length).put(start).put(keys).array();
        return new Head(bytes, salt, keys, digest);
    }

    static SealedInput begin(InputStream from, Head head, KeyParameter backup) {
        SealedStream stream = new SealedStream(backup, head.salt);
        if (!Arrays.equals(stream.head(head.bytes), head.digest)) {
            throw new SealBrokenException("it was made with other keys, or its head was changed;"
                    + " after a rotation the keys before lie beside the key file as keys.retired-N");
        }
        return new SealedInput(new DataInputStream(from), stream);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == chunk.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int now = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, now);
        at += now;
        return now;
    }

    private void next() throws IOException {
        try {
            int word = in.readInt();
            int mark = word & SealedStream.LAST;
            int length = word & ~SealedStream.LAST;
            if (length < SealedStream.TAG_BYTES || length > SealedStream.CHUNK + SealedStream.TAG_BYTES) {
                throw new SealBrokenException("the file was changed");
            }
            byte[] sealed = new byte[length];
            in.readFully(sealed);
            chunk = stream.next(false, mark, sealed, length);
            at = 0;
            last = mark != 0;
        } catch (EOFException e) {
            throw new SealBrokenException("the file is cut off", e);
        } catch (InvalidCipherTextException e) {
            throw new SealBrokenException("the file was changed", e);
        }
        if (last && in.read() >= 0) {
            throw new SealBrokenException("something was added behind the end of the file");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
