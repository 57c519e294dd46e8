package org.doudi.server.exchange.container;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** How a file is signed. */
public enum Algorithm {
    /** SM2 with SM3 (GB/T 32918), the default. */
    SM2("EC", "SM3withSM2"),
    /** Ed25519 (RFC 8032), for a partner that has no SM2. */
    ED25519("Ed25519", "Ed25519");

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final String keys;
    private final String signature;

    Algorithm(String keys, String signature) {
        this.keys = keys;
        this.signature = signature;
    }

    /** A new pair of keys. */
    public KeyPair fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(keys, PROVIDER);
            if (this == SM2) {
                generator.initialize(new ECGenParameterSpec("sm2p256v1"));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no keys for " + this, e);
        }
    }

    /** The private key of these bytes (PKCS #8). */
    public PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(keys, PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no private key for " + this, e);
        }
    }

    /** The public key of these bytes (SubjectPublicKeyInfo). */
    public PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(keys, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException("no public key for " + this, e);
        }
    }

    /** The signature of some bytes, in Base64. */
    public String sign(PrivateKey key, byte[] content) {
        try {
            Signature signing = Signature.getInstance(signature, PROVIDER);
            signing.initSign(key);
            signing.update(content);
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not sign by " + this, e);
        }
    }

    /** Whether it is the signature of these bytes by that key, written in the one way that Base64 has for it. */
    public boolean fits(PublicKey key, byte[] content, String written) {
        try {
            byte[] bytes = Base64.getDecoder().decode(written);
            if (!Base64.getEncoder().encodeToString(bytes).equals(written)) {
                return false;
            }
            Signature verifying = Signature.getInstance(signature, PROVIDER);
            verifying.initVerify(key);
            verifying.update(content);
            return verifying.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
