package org.doudi.server.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * How a sealed stream looks: a head, then chunks, the last of them marked.
 *
 * <p>Head: eight letters, salt, length and bytes of the sealed keys (none without a passphrase), and a digest by a key of this stream. Chunk: its length,
 * with the highest bit on the last one, then SM4-GCM. Its place in the stream is the IV, the head and the mark are bound to it: a chunk that was changed, moved,
 * left out or comes from another stream does not open. The keys of the stream are made from the backup key and the salt, so an IV never serves twice.
 */
final class SealedStream {
    static final byte[] MAGIC = "DOUDIBK1".getBytes(StandardCharsets.US_ASCII);
    static final int SALT_BYTES = 32;
    static final int DIGEST_BYTES = 32;
    static final int CHUNK = 1 << 20;
    static final int TAG_BYTES = 16;
    static final int LAST = 1 << 31;
    private static final int IV_BYTES = 12;
    private static final byte[] PURPOSE = "doudi sealed stream".getBytes(StandardCharsets.US_ASCII);

    private final KeyParameter cipherKey;
    private final KeyParameter headKey;
    private byte[] headDigest = new byte[0];
    private long place;

    SealedStream(KeyParameter backup, byte[] salt) {
        byte[] made = mac(backup, PURPOSE, salt);
        this.cipherKey = new KeyParameter(Arrays.copyOf(made, Keys.FIELD_BYTES));
        this.headKey = new KeyParameter(Arrays.copyOfRange(made, Keys.FIELD_BYTES, made.length));
    }

    /** The digest of a head, to which every chunk is bound. */
    byte[] head(byte[] head) {
        headDigest = mac(headKey, head);
        return headDigest;
    }

    /** Encrypts or decrypts the chunk whose turn it is. */
    byte[] next(boolean encrypt, int mark, byte[] input, int length) throws InvalidCipherTextException {
        byte[] iv = ByteBuffer.allocate(IV_BYTES).putLong(Integer.BYTES, place).array();
        place++;
        byte[] bound = ByteBuffer.allocate(headDigest.length + Integer.BYTES)
                .put(headDigest)
                .putInt(mark)
                .array();
        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(encrypt, new AEADParameters(cipherKey, TAG_BYTES * Byte.SIZE, iv, bound));
        byte[] output = new byte[cipher.getOutputSize(length)];
        int done = cipher.processBytes(input, 0, length, output, 0);
        cipher.doFinal(output, done);
        return output;
    }

    private static byte[] mac(KeyParameter key, byte[]... contents) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(key);
        for (byte[] content : contents) {
            mac.update(content, 0, content.length);
        }
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }
}
