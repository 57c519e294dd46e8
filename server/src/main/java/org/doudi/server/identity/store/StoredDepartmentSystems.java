package org.doudi.server.identity.store;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.AccountChanged.Change;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Sha256;
import org.doudi.server.identity.SignInTried;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Systems of departments in the tables identity.department_system and identity.system_token. */
@Repository
@Transactional
class StoredDepartmentSystems implements DepartmentSystems {
    private static final int SECRET_BYTES = 32;
    private static final int CLIENT_BYTES = 9;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_CERTIFICATE = 20_000;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    StoredDepartmentSystems(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    @Override
    public Credentials register(Registration asked) {
        String label = asked.label().strip();
        if (accounts.byId(asked.account()).isEmpty()) {
            throw new AccountRefused(AccountRefused.Cause.TOKEN_ROLE);
        }
        if (label.isEmpty() || label.length() > LONGEST_LABEL || asked.rights().isEmpty()) {
            throw new AccountRefused(AccountRefused.Cause.SYSTEM_FORM);
        }
        String client = "system-" + text(CLIENT_BYTES);
        String secret = text(SECRET_BYTES);
        jdbc.sql(
                        "insert into identity.department_system (client, account, label, secret_digest, rights, certificate, made_at)"
                                + " values (:client, :account, :label, :secret, string_to_array(:rights, ' '), :certificate, :now)")
                .param("client", client)
                .param("account", asked.account().value())
                .param("label", label)
                .param("secret", Sha256.of(secret.getBytes(StandardCharsets.US_ASCII)))
                .param("rights", String.join(" ", asked.rights()))
                .param("certificate", certificate(asked.certificate()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(
                new AccountChanged(asked.account(), Change.SYSTEM_REGISTERED, client + " " + asked.rights()));
        return new Credentials(client, secret);
    }

    private String text(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return TEXT.encodeToString(drawn);
    }

    private static byte @Nullable [] certificate(String pem) {
        if (pem.isBlank()) {
            return null;
        }
        try {
            if (pem.length() > LONGEST_CERTIFICATE) {
                throw new AccountRefused(AccountRefused.Cause.SYSTEM_CERTIFICATE);
            }
            return thumbprint((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        } catch (CertificateException e) {
            throw new AccountRefused(AccountRefused.Cause.SYSTEM_CERTIFICATE);
        }
    }

    private static byte[] thumbprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be written", e);
        }
    }

    @Override
    public void end(long system) {
        jdbc.sql(
                        "update identity.department_system set ended_at = ? where id = ? and ended_at is null returning account, client")
                .params(Timestamp.from(clock.instant()), system)
                .query((row, n) -> new AccountChanged(
                        new OfficerId(row.getLong("account")), Change.SYSTEM_ENDED, row.getString("client")))
                .optional()
                .ifPresent(ended -> {
                    jdbc.sql("delete from identity.system_token where system = ?")
                            .param(system)
                            .update();
                    events.publishEvent(ended);
                });
    }

    @Override
    public List<View> all() {
        return jdbc.sql("select id, client, account, label, rights, certificate is not null as bound, made_at, ended_at"
                        + " from identity.department_system order by id desc")
                .query((row, n) -> {
                    Timestamp ended = row.getTimestamp("ended_at");
                    return new View(
                            row.getLong("id"),
                            row.getString("client"),
                            new OfficerId(row.getLong("account")),
                            row.getString("label"),
                            texts(row.getArray("rights")),
                            row.getBoolean("bound") ? Binding.CERTIFICATE : Binding.NONE,
                            row.getTimestamp("made_at").toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    @Override
    public Optional<Client> client(String client) {
        return jdbc.sql(
                        "select client, secret_digest, rights from identity.department_system where client = ? and ended_at is null")
                .param(client)
                .query((row, n) -> new Client(
                        row.getString("client"),
                        HexFormat.of().formatHex(row.getBytes("secret_digest")),
                        Set.copyOf(texts(row.getArray("rights")))))
                .optional();
    }

    @Override
    public void keep(String token, String client, Set<String> rights, Instant expiresAt) {
        jdbc.sql("delete from identity.system_token where expires_at < ?")
                .param(Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into identity.system_token (digest, system, rights, expires_at)"
                        + " select :digest, id, case when :rights = '' then rights else string_to_array(:rights, ' ') end, :until"
                        + " from identity.department_system where client = :client and ended_at is null")
                .param("digest", Sha256.of(token.getBytes(StandardCharsets.US_ASCII)))
                .param("rights", String.join(" ", rights))
                .param("until", Timestamp.from(expiresAt))
                .param("client", client)
                .update();
    }

    @Override
    public Optional<Admitted> admitted(String token, @Nullable X509Certificate shown) {
        Optional<Admitted> admitted = jdbc.sql(
                        "select a.id, a.username, a.name, a.role, a.area, t.rights, encode(s.certificate, 'hex') as certificate"
                                + " from identity.system_token t join identity.department_system s on s.id = t.system"
                                + " join identity.account a on a.id = s.account"
                                + " where t.digest = ? and t.expires_at > ? and s.ended_at is null and a.state = 'ACTIVE'")
                .params(Sha256.of(token.getBytes(StandardCharsets.US_ASCII)), Timestamp.from(clock.instant()))
                .query((row, n) -> new Admitted(
                        new Officer(
                                new OfficerId(row.getLong("id")),
                                row.getString("username"),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                new Area(row.getString("area"))),
                        Set.copyOf(texts(row.getArray("rights"))),
                        proof(row.getString("certificate"), shown)))
                .optional();
        admitted.filter(a -> a.proof() != Proof.AS_REGISTERED)
                .ifPresent(a -> events.publishEvent(new SignInTried(SignInTried.Outcome.FAILED, a.officer())));
        return admitted;
    }

    private static Proof proof(@Nullable String registered, @Nullable X509Certificate shown) {
        if (registered == null) {
            return Proof.AS_REGISTERED;
        }
        if (shown == null) {
            return Proof.NO_CERTIFICATE;
        }
        return registered.equals(HexFormat.of().formatHex(thumbprint(shown)))
                ? Proof.AS_REGISTERED
                : Proof.OTHER_CERTIFICATE;
    }
}
