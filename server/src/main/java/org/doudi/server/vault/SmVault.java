package org.doudi.server.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** The vault by the national algorithms: SM4-GCM and HMAC-SM3. */
final class SmVault implements Vault {
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Keys keys;
    private final SecureRandom random = new SecureRandom();

    SmVault(Keys keys) {
        this.keys = keys;
    }

    @Override
    public byte[] encrypt(String context, byte[] plain) {
        int number = keys.fields().lastKey();
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = run(true, keys.fields().lastEntry().getValue(), iv, bound(number, context), plain, 0);
            return ByteBuffer.allocate(1 + IV_BYTES + sealed.length)
                    .put((byte) number)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("encrypting cannot fail", e);
        }
    }

    @Override
    public byte[] decryptBytes(String context, byte[] encrypted) {
        if (encrypted.length < 1 + IV_BYTES + TAG_BYTES) {
            throw new UnreadableException("too short to be an encrypted " + context);
        }
        int number = Byte.toUnsignedInt(encrypted[0]);
        KeyParameter key = keys.fields().get(number);
        if (key == null) {
            throw new UnreadableException("key " + number + ", by which a " + context + " was encrypted, is gone");
        }
        byte[] iv = Arrays.copyOfRange(encrypted, 1, 1 + IV_BYTES);
        try {
            return run(false, key, iv, bound(number, context), encrypted, 1 + IV_BYTES);
        } catch (InvalidCipherTextException e) {
            throw new UnreadableException("not an unchanged encrypted " + context, e);
        }
    }

    @Override
    public byte[] index(String context, String normalised) {
        byte[] name = context.getBytes(StandardCharsets.UTF_8);
        byte[] value = normalised.getBytes(StandardCharsets.UTF_8);
        // the length in front keeps "a" + "bc" and "ab" + "c" apart
        return mac(
                keys.index(),
                ByteBuffer.allocate(Integer.BYTES + name.length + value.length)
                        .putInt(name.length)
                        .put(name)
                        .put(value)
                        .array());
    }

    @Override
    public byte[] seal(byte[] content) {
        return mac(keys.seal(), content);
    }

    private static byte[] mac(KeyParameter key, byte[] content) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(key);
        mac.update(content, 0, content.length);
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }

    private static byte[] bound(int number, String context) {
        byte[] name = context.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + name.length).put((byte) number).put(name).array();
    }

    private static byte[] run(boolean encrypt, KeyParameter key, byte[] iv, byte[] bound, byte[] input, int from)
            throws InvalidCipherTextException {
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(key, TAG_BYTES * Byte.SIZE, iv, bound));
        byte[] output = new byte[cipher.getOutputSize(input.length - from)];
        int length = cipher.processBytes(input, from, input.length - from, output, 0);
        cipher.doFinal(output, length);
        return output;
    }
}
