package org.doudi.server.exchange.container;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;

/**
 * A pair of keys to sign with.
 *
 * @param verifying the public one, as the partner has it
 */
public record Sealing(VerifyingKey verifying, PrivateKey key) {
    private static final String HEAD = "-----BEGIN PRIVATE KEY-----";
    private static final String FOOT = "-----END PRIVATE KEY-----";

    /** A new pair. */
    public static Sealing fresh(Algorithm algorithm) {
        KeyPair pair = algorithm.fresh();
        return new Sealing(VerifyingKey.of(algorithm, pair.getPublic()), pair.getPrivate());
    }

    /** A pair whose private key is kept as PKCS #8. */
    public static Sealing of(VerifyingKey verifying, byte[] privateKey) {
        return new Sealing(verifying, verifying.algorithm().privateKey(privateKey));
    }

    /** A pair as {@link #text} wrote it. */
    public static Sealing read(String text) {
        int from = text.indexOf(HEAD);
        int to = text.indexOf(FOOT);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no private key stands there");
        }
        byte[] encoded = Base64.getMimeDecoder().decode(text.substring(from + HEAD.length(), to));
        return of(VerifyingKey.read(text), encoded);
    }

    /** The signature of some bytes. */
    public String sign(byte[] content) {
        return verifying.algorithm().sign(key, content);
    }

    /** Both keys as PEM, for the receiver's own disk. */
    public String text() {
        return HEAD + "\n" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\n" + FOOT + "\n"
                + verifying.pem();
    }
}
