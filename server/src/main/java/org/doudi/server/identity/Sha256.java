package org.doudi.server.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, by which random secrets are kept, that need no salt and no slow hash. */
public final class Sha256 {
    private Sha256() {}

    /** A digest that is fed piece by piece. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of some bytes. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }
}
