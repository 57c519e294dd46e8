package org.doudi.server.exchange.container;

import java.security.PublicKey;
import java.util.Base64;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A public key, and by which algorithm it verifies.
 *
 * @param encoded SubjectPublicKeyInfo in Base64
 */
public record VerifyingKey(Algorithm algorithm, String encoded) {
    private static final String HEAD = "-----BEGIN PUBLIC KEY-----";
    private static final String FOOT = "-----END PUBLIC KEY-----";
    private static final int LONGEST = 2000;
    private static final int ID_DIGITS = 16;
    private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier("1.2.840.10045.2.1");
    private static final ASN1ObjectIdentifier SM2 = new ASN1ObjectIdentifier("1.2.156.10197.1.301");
    private static final ASN1ObjectIdentifier ED25519 = new ASN1ObjectIdentifier("1.3.101.112");

    static VerifyingKey of(Algorithm algorithm, PublicKey key) {
        return new VerifyingKey(algorithm, Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /**
     * A key as PEM.
     *
     * @throws IllegalArgumentException if it is none, or for another algorithm than the two
     */
    public static VerifyingKey read(String pem) {
        int from = pem.indexOf(HEAD);
        int to = pem.indexOf(FOOT);
        if (from < 0 || to < from || to - from > LONGEST) {
            throw new IllegalArgumentException("no public key stands there");
        }
        return decoded(pem.substring(from + HEAD.length(), to).replaceAll("\\s", ""));
    }

    /** A key as {@link #encoded} tells it. */
    public static VerifyingKey decoded(String encoded) {
        try {
            SubjectPublicKeyInfo info =
                    SubjectPublicKeyInfo.getInstance(Base64.getDecoder().decode(encoded));
            VerifyingKey key = new VerifyingKey(algorithm(info.getAlgorithm()), encoded);
            key.key();
            return key;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no public key of SM2 or Ed25519 stands there", e);
        }
    }

    private static Algorithm algorithm(AlgorithmIdentifier id) {
        if (id.getAlgorithm().equals(EC) && SM2.equals(id.getParameters())) {
            return Algorithm.SM2;
        }
        if (id.getAlgorithm().equals(ED25519)) {
            return Algorithm.ED25519;
        }
        throw new IllegalArgumentException("neither SM2 nor Ed25519");
    }

    private PublicKey key() {
        return algorithm.publicKey(Base64.getDecoder().decode(encoded));
    }

    /** What names the key: the beginning of the SM3 hash of its bytes. */
    public String id() {
        return Sm3.of(Base64.getDecoder().decode(encoded)).substring(0, ID_DIGITS);
    }

    /** The key as PEM. */
    public String pem() {
        return HEAD + "\n" + encoded + "\n" + FOOT + "\n";
    }

    boolean fits(byte[] content, String signature) {
        return algorithm.fits(key(), content, signature);
    }
}
