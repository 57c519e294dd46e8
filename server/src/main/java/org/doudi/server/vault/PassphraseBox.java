package org.doudi.server.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** A text that a passphrase opens: SM4-GCM under a key that Argon2id makes slowly from it. */
final class PassphraseBox {
    static final int SHORTEST = 12;
    private static final int SALT_BYTES = 16;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;
    private static final String CONTEXT = "vault.passphrase";

    private PassphraseBox() {}

    static byte[] close(String text, String passphrase) {
        if (passphrase.length() < SHORTEST) {
            throw new KeyFileException("A passphrase has at least " + SHORTEST + " characters");
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] sealed = vault(passphrase, salt).encrypt(CONTEXT, text);
        return ByteBuffer.allocate(SALT_BYTES + sealed.length)
                .put(salt)
                .put(sealed)
                .array();
    }

    static String open(byte[] box, String passphrase) {
        try {
            byte[] salt = Arrays.copyOf(box, SALT_BYTES);
            byte[] sealed = Arrays.copyOfRange(box, Math.min(SALT_BYTES, box.length), box.length);
            return vault(passphrase, salt).decrypt(CONTEXT, sealed);
        } catch (UnreadableException e) {
            throw new KeyFileException("The passphrase is not the one that this was made with, or it was changed", e);
        }
    }

    private static SmVault vault(String passphrase, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        byte[] key = new byte[Keys.FIELD_BYTES];
        argon2.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        fields.put(1, new KeyParameter(key));
        KeyParameter none = new KeyParameter(new byte[Keys.MAC_BYTES]);
        return new SmVault(new Keys(fields, none, null, none, new KeyParameter(new byte[Keys.FIELD_BYTES])));
    }
}
