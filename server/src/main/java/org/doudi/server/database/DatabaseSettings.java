package org.doudi.server.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the data lie.
 *
 * @param data the directory of the embedded database
 * @param url an external PostgreSQL, or null for the embedded one
 * @param ownerUser the external database's owner of the tables
 * @param ownerPassword its password
 * @param appUser the external database's role of the running platform, without the right to pass row-level security
 * @param appPassword its password
 * @param pool how many connections the platform keeps
 */
@ConfigurationProperties(value = "doudi.database", ignoreUnknownFields = false)
public record DatabaseSettings(
        @DefaultValue("data/platform") Path data,
        @Nullable String url,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        @Nullable String appUser,
        @Nullable String appPassword,
        @DefaultValue("16") int pool) {}
