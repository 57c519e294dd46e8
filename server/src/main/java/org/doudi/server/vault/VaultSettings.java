package org.doudi.server.vault;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the keys lie.
 *
 * @param keys the key file, made at the first start
 */
@ConfigurationProperties(value = "doudi.vault", ignoreUnknownFields = false)
record VaultSettings(Path keys) {}
