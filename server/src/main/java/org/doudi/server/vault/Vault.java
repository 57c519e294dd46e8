package org.doudi.server.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single fields, and makes the keyed index by which an encrypted field can still be found.
 *
 * <p>SM4-GCM with a random IV for the field, HMAC-SM3 with a key of its own for the index. Keys lie outside the database.
 */
public interface Vault {
    /** A number and which part, in front of each part. */
    int PLACE_BYTES = Long.BYTES + Integer.BYTES;

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

    /**
     * Encrypts a part of something together with where it belongs, so that no other part can be put in its place.
     *
     * @param of the number of what it is a part of
     * @param nth which part
     */
    default byte[] encryptPart(String context, long of, int nth, byte[] part) {
        return encrypt(
                context,
                ByteBuffer.allocate(PLACE_BYTES + part.length)
                        .putLong(of)
                        .putInt(nth)
                        .put(part)
                        .array());
    }

    /**
     * Decrypts what {@link #encryptPart} made.
     *
     * @throws UnreadableException if it is the part of another place
     */
    default byte[] decryptPart(String context, long of, int nth, byte[] encrypted) {
        ByteBuffer placed = ByteBuffer.wrap(decryptBytes(context, encrypted));
        if (placed.remaining() < PLACE_BYTES || placed.getLong() != of || placed.getInt() != nth) {
            throw new UnreadableException("another part stands in the place of part " + nth);
        }
        byte[] part = new byte[placed.remaining()];
        placed.get(part);
        return part;
    }
}
