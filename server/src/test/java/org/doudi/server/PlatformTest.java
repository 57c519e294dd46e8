package org.doudi.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.context.ContextConfiguration;

/** The platform starts on a real PostgreSQL, and its walls stand. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class PlatformTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("the pool works as a role that row-level security binds")
    void poolIsBound() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("doudi_app");
        assertThat(jdbc.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    @DisplayName("what is written is on the disk: fsync and synchronous commit are on")
    void durable() {
        assertThat(jdbc.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(jdbc.sql("show synchronous_commit").query(String.class).single())
                .isEqualTo("on");
    }

    @Test
    @DisplayName("no capability reaches into another's inside")
    void walls() {
        ApplicationModules.of(Platform.class).verify();
    }
}
