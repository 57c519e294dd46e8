package org.doudi.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A misspelt setting is told at the start. */
class KnownSettingsTest {
    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    @DisplayName("a misspelt setting refuses to start and is named, with the ones that exist")
    void misspelt() {
        environment.getPropertySources().addFirst(new MapPropertySource("file", Map.of("doudi.databse.url", "x")));
        assertThatThrownBy(() -> new KnownSettings().check(environment))
                .isInstanceOf(UnknownSettingException.class)
                .hasMessageContaining("doudi.databse.url")
                .extracting(e -> ((UnknownSettingException) e).action())
                .asString()
                .contains("doudi.database.url");
    }

    @Test
    @DisplayName("a misspelt environment variable refuses to start, the launcher's own do not")
    void variable() {
        environment.getPropertySources().replace("systemEnvironment", variables("DOUDI_VAULT_KEY"));
        assertThatThrownBy(() -> new KnownSettings().check(environment)).hasMessageContaining("DOUDI_VAULT_KEY");
        environment.getPropertySources().replace("systemEnvironment", variables("DOUDI_JAVA_OPTS"));
        assertThatCode(() -> new KnownSettings().check(environment)).doesNotThrowAnyException();
        for (String spelling : List.of("DOUDI_DATABASE_OWNERUSER", "DOUDI_DATABASE_OWNER_USER")) {
            environment.getPropertySources().replace("systemEnvironment", variables(spelling));
            assertThatCode(() -> new KnownSettings().check(environment)).doesNotThrowAnyException();
        }
    }

    private static SystemEnvironmentPropertySource variables(String name) {
        return new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "x"));
    }
}
