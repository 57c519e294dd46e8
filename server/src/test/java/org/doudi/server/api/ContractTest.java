package org.doudi.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.doudi.server.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract that the client is generated from is the one that the platform keeps. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class ContractTest {
    private static final Path KEPT = Path.of("..", "client", "openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("client/openapi.json is the contract of the running platform, which anybody may read")
    void contract() throws IOException {
        String said = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/api/v1/openapi")
                .retrieve()
                .body(String.class);
        String now = JSON.writeValueAsString(JSON.readValue(said, Object.class)) + "\n";
        Path actual = Path.of("target", "openapi.json");
        Files.writeString(actual, now);
        assertThat(Files.readString(KEPT))
                .as("if the change is meant, copy server/%s over client/openapi.json", actual)
                .isEqualTo(now);
        assertThat(JSON.readValue(now, ObjectNode.class).get("paths").propertyNames())
                .contains("/api/v1/households", "/api/v1/cases", "/api/v1/decisions", "/api/v1/rolls/{roll}");
    }
}
