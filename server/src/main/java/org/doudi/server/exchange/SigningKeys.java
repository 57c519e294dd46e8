package org.doudi.server.exchange;

import java.util.Locale;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.exchange.store.SigningKeyStore;
import org.doudi.server.shell.Today;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The key that this platform signs with. It is made when it is first asked for, and encrypted by the vault. */
@Service
public class SigningKeys {
    private final SigningKeyStore store;
    private final Algorithm algorithm;
    private final Today today;

    SigningKeys(SigningKeyStore store, @Value("${doudi.exchange.signature:sm2}") String algorithm, Today today) {
        this.store = store;
        this.algorithm = Algorithm.valueOf(algorithm.toUpperCase(Locale.ROOT));
        this.today = today;
    }

    /** The key in use. */
    @Transactional
    public Sealing inUse() {
        return store.find(algorithm).orElseGet(() -> {
            store.keep(Sealing.fresh(algorithm), today.now());
            return store.find(algorithm).orElseThrow();
        });
    }

    /** What a receiver needs to check a delivery. */
    @Transactional
    public VerifyingKey open() {
        return inUse().verifying();
    }
}
