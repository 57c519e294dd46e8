package org.doudi.server.exchange.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 as hexadecimal digits, plain and with a key. */
public final class Sm3 {
    /** What stands before the first delivery of a channel. */
    public static final String NOTHING = "0".repeat(64);

    private static final int BUFFER = 1 << 16;

    private Sm3() {}

    /** The hash of some bytes. */
    public static String of(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        return end(digest);
    }

    /** The hash of a stream, which is read to its end. */
    public static String of(InputStream in) {
        SM3Digest digest = new SM3Digest();
        byte[] buffer = new byte[BUFFER];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return end(digest);
    }

    static String end(SM3Digest digest) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** The hash of a text that only who has the key can make. */
    public static String keyed(byte[] key, String text) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update(bytes, 0, bytes.length);
        byte[] hash = new byte[mac.getMacSize()];
        mac.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }
}
