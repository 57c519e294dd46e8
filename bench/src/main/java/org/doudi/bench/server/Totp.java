package org.doudi.bench.server;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one-time code of an authenticator (RFC 6238). */
final class Totp {
    static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int MODULUS = 1_000_000;

    private Totp() {}

    static String at(String secret, Instant when) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(decode(secret), "HmacSHA1"));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(when.getEpochSecond() / STEP_SECONDS)
                    .array());
            int at = digest[digest.length - 1] & 0xf;
            int number = ByteBuffer.wrap(digest).getInt(at) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] decode(String secret) {
        String letters = secret.replace(" ", "");
        ByteBuffer bytes = ByteBuffer.allocate(letters.length() * 5 / Byte.SIZE);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < letters.length(); i++) {
            bits = bits << 5 | BASE32.indexOf(letters.charAt(i));
            held += 5;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.put((byte) (bits >> held));
            }
        }
        return bytes.array();
    }
}
