package org.doudi.server.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Opens the database: migrated as the owner of the tables, used as a role that row-level security binds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    /** The running embedded database, or nothing when an external one is set. */
    record Running(Optional<EmbeddedDatabase> embedded) implements AutoCloseable {
        @Override
        public void close() {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
    }

    @Bean
    Running runningDatabase(DatabaseSettings settings) {
        return new Running(
                settings.url() == null ? Optional.of(EmbeddedDatabase.start(settings.data())) : Optional.empty());
    }

    @Bean
    Reach databaseReach(Running running, DatabaseSettings settings) {
        return running.embedded().map(EmbeddedDatabase::reach).orElseGet(() -> external(settings));
    }

    static Reach external(DatabaseSettings s) {
        return new Reach(
                need(s.url(), "url"),
                new Reach.Login(need(s.ownerUser(), "owner-user"), need(s.ownerPassword(), "owner-password")),
                new Reach.Login(need(s.appUser(), "app-user"), need(s.appPassword(), "app-password")));
    }

    private static String need(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw new DatabaseRefusedException("An external database needs the setting doudi.database." + key + ".");
        }
        return value;
    }

    @Bean
    @Primary
    DataSource dataSource(Reach reach, DatabaseSettings settings) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("platform");
        pool.setJdbcUrl(reach.url());
        pool.setUsername(reach.app().user());
        pool.setPassword(reach.app().password());
        pool.setMaximumPoolSize(settings.pool());
        // a message's detail would tell the values of the row, and the log is no place for them
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            AppRole.check(pool);
        } catch (DatabaseRefusedException e) {
            pool.close();
            throw e;
        }
        return pool;
    }

    @Bean
    FlywayConfigurationCustomizer migrateAsOwner(Reach reach) {
        return flyway -> flyway.dataSource(
                        reach.url(), reach.owner().user(), reach.owner().password())
                .defaultSchema("platform")
                .createSchemas(true);
    }
}
