package org.doudi.server.vault;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys lie.
 *
 * @param keys the key file, made at the first start
 * @param kmsCommand the program that asks a key management service, or null when the key file lies open to its owner
 */
@ConfigurationProperties(value = "doudi.vault", ignoreUnknownFields = false)
record VaultSettings(Path keys, @Nullable String kmsCommand) {
    KeyStore store() {
        return at(keys);
    }

    /** The keys in another file, kept in the same way. */
    KeyStore at(Path file) {
        return kmsCommand == null || kmsCommand.isBlank()
                ? new KeyFile(file)
                : new WrappedKeyFile(file, new KmsCommand(kmsCommand));
    }
}
