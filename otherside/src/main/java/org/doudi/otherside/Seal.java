package org.doudi.otherside;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** SM2 signatures and SM3 hashes, as the national standards have them. */
final class Seal {
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
    private static final int ID_DIGITS = 16;

    private Seal() {}

    /** A new pair of keys. */
    static KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
            generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyFactory factory() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC", PROVIDER);
    }

    /** A public key that stands in PEM. */
    static PublicKey publicKey(String pem) {
        try {
            String text = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return factory()
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** What names a key. */
    static String id(PublicKey key) {
        return hash(key.getEncoded()).substring(0, ID_DIGITS);
    }

    static String sign(KeyPair keys, String text) {
        try {
            Signature signing = Signature.getInstance("SM3withSM2", PROVIDER);
            signing.initSign(keys.getPrivate());
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean fits(PublicKey key, String text, String signature) {
        try {
            Signature verifying = Signature.getInstance("SM3withSM2", PROVIDER);
            verifying.initVerify(key);
            verifying.update(text.getBytes(StandardCharsets.UTF_8));
            return verifying.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** SM3 in hexadecimal digits. */
    static String hash(byte[] bytes) {
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }
}
