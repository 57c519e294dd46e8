package org.doudi.server.benefits.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Passes bytes on and makes their SM3 hash. */
final class Sm3Output extends FilterOutputStream {
    private final SM3Digest digest = new SM3Digest();

    Sm3Output(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int one) throws IOException {
        digest.update((byte) one);
        out.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        out.write(bytes, from, length);
    }

    /** The hash of what passed, hexadecimal; asked for once. */
    String hash() {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
