package org.doudi.server.exchange.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The platform's own signing keys; the private ones are encrypted by the vault. */
@Repository
public class SigningKeyStore {
    private static final String PRIVATE = "exchange.signing_key.private";

    private final JdbcClient jdbc;
    private final Vault vault;

    SigningKeyStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The key for an algorithm. */
    public Optional<Sealing> find(Algorithm algorithm) {
        return jdbc.sql("select public_key, private_enc from exchange.signing_key where algorithm = ?")
                .param(algorithm.name())
                .query((row, n) -> Sealing.of(
                        VerifyingKey.decoded(row.getString(1)), vault.decryptBytes(PRIVATE, row.getBytes(2))))
                .optional();
    }

    /** Keeps a key unless there is one. */
    public void keep(Sealing sealing, Instant at) {
        jdbc.sql("insert into exchange.signing_key (algorithm, public_key, private_enc, made_at) values (?, ?, ?, ?)"
                        + " on conflict (algorithm) do nothing")
                .params(
                        sealing.verifying().algorithm().name(),
                        sealing.verifying().encoded(),
                        vault.encrypt(PRIVATE, sealing.key().getEncoded()),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
