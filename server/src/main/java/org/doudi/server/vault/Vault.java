package org.doudi.server.vault;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields, and makes the keyed index by which an encrypted field can still be found.
 *
 * <p>SM4-GCM with a random IV for the field, HMAC-SM3 with a key of its own for the index. Keys lie outside the database.
 */
public interface Vault {
    /**
     * Encrypts a text.
     *
     * @param context what the field is, bound to the ciphertext so that it cannot be moved to another column
     * @return key number, IV, ciphertext and tag
     */
    default byte[] encrypt(String context, String plain) {
        return encrypt(context, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts bytes, as {@link #encrypt(String, String)} encrypts the bytes of a text. */
    byte[] encrypt(String context, byte[] plain);

    /** Decrypts what {@link #encrypt(String, String)} made; throws if it was changed, moved, or its key is gone. */
    default String decrypt(String context, byte[] encrypted) {
        return new String(decryptBytes(context, encrypted), StandardCharsets.UTF_8);
    }

    /** Decrypts what {@link #encrypt(String, byte[])} made; throws if it was changed, moved, or its key is gone. */
    byte[] decryptBytes(String context, byte[] encrypted);

    /** The keyed index of a normalised value: 32 bytes, the same for the same context and value. */
    byte[] index(String context, String normalised);

    /** A keyed digest for the audit trail's heads: 32 bytes. */
    byte[] seal(byte[] content);

    /** Null-safe {@link #encrypt(String, String)}. */
    default byte @Nullable [] encryptOrNull(String context, @Nullable String plain) {
        return plain == null ? null : encrypt(context, plain);
    }
}
