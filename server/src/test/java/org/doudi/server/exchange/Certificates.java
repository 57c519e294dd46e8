package org.doudi.server.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** An authority that gives certificates to machines, as the city's government network has one. */
final class Certificates {
    private static final AlgorithmIdentifier ECDSA =
            new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.840.10045.4.3.2"));
    private static final String HOST = "localhost";

    private final String authority;
    private final KeyPair keys;
    private final Certificate own;
    private int serial;

    /** Word of the key stores. */
    final String password = UUID.randomUUID().toString();

    /** A machine with its certificate, and that of who gave it. */
    record Machine(KeyPair keys, Certificate certificate, Certificate issuer) {
        /** The certificate as it is registered. */
        String pem() throws GeneralSecurityException {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        }
    }

    Certificates(String name) throws GeneralSecurityException, IOException {
        authority = "CN=" + name;
        keys = pair();
        own = certificate(authority, keys);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    Machine machine(String name) throws GeneralSecurityException, IOException {
        KeyPair pair = pair();
        return new Machine(pair, certificate("CN=" + name, pair), own);
    }

    private Certificate certificate(String name, KeyPair whose) throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        V3TBSCertificateGenerator said = new V3TBSCertificateGenerator();
        said.setSerialNumber(new ASN1Integer(BigInteger.valueOf(++serial)));
        said.setIssuer(new X500Name(authority));
        said.setSubject(new X500Name(name));
        said.setStartDate(new Time(Date.from(now.minus(Duration.ofDays(1)))));
        said.setEndDate(new Time(Date.from(now.plus(Duration.ofDays(1)))));
        said.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(whose.getPublic().getEncoded()));
        said.setSignature(ECDSA);
        ExtensionsGenerator more = new ExtensionsGenerator();
        more.addExtension(Extension.basicConstraints, true, new BasicConstraints(name.equals(authority)));
        more.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
        said.setExtensions(more.generate());
        TBSCertificate body = said.generateTBSCertificate();
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(body.getEncoded("DER"));
        DERSequence whole = new DERSequence(new ASN1Encodable[] {body, ECDSA, new DERBitString(signing.sign())});
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole.getEncoded("DER")));
    }

    private KeyStore trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", own);
        return store;
    }

    private KeyStore store(Machine machine) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", machine.keys().getPrivate(), password.toCharArray(), new Certificate[] {
            machine.certificate(), machine.issuer()
        });
        return store;
    }

    private Path write(KeyStore store, Path file) throws GeneralSecurityException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    /** Whom to trust, as a file. */
    Path trustIn(Path folder) throws GeneralSecurityException, IOException {
        return write(trust(), folder.resolve("trust.p12"));
    }

    /** A machine's keys and certificate, as a file. */
    Path keysIn(Path folder, Machine machine) throws GeneralSecurityException, IOException {
        return write(store(machine), folder.resolve("own.p12"));
    }

    /** Somebody who trusts this authority and shows a certificate of it. */
    HttpClient client(Machine machine) throws GeneralSecurityException, IOException {
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store(machine), password.toCharArray());
        return client(shown);
    }

    /** Somebody who trusts this authority and shows nothing. */
    HttpClient client() throws GeneralSecurityException, IOException {
        KeyManagerFactory none = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        none.init(null, null);
        return client(none);
    }

    private HttpClient client(KeyManagerFactory shown) throws GeneralSecurityException, IOException {
        return HttpClient.newBuilder().sslContext(context(shown)).build();
    }

    private SSLContext context(KeyManagerFactory shown) throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trust());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /** A bare connection to a port of this machine, for what no decent client would send. */
    Socket connection(int port) throws GeneralSecurityException, IOException {
        KeyManagerFactory none = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        none.init(null, null);
        return context(none).getSocketFactory().createSocket(HOST, port);
    }
}
