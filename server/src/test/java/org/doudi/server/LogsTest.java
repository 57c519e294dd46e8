package org.doudi.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.OneTimeCode;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform says about itself: on a port of its own, and in a log that tells nothing of people. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int management;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Households households;

    @Autowired
    private JdbcClient jdbc;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private HttpResponse<String> send(int to, HttpRequest.Builder request, String path) {
        try {
            return http.send(
                    request.uri(URI.create("http://127.0.0.1:" + to + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(port, HttpRequest.newBuilder(), path);
    }

    private HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? encoded(token.group(1)) : "";
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                port,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + csrf)),
                path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What no client would send: raw letters in the address. */
    private void sendRaw(String address) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: here\r\nCookie: a=\"" + address + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }

    @Test
    @DisplayName(
            "2.4-9 whatever is looked for, typed wrongly or refused, no name and no number of a person is in the log")
    void tellsNobody(CapturedOutput output) throws IOException {
        RegistryFixture.load(loader, households);
        String[] person = RegistryFixture.persons().get(1);
        String name = person[3];
        String idNumber = person[4];
        NewAccount clerk = accounts.create("log.1", "酉", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP));
        String code = OneTimeCode.at(clerk.totpSecret(), Instant.now());
        post("/login", "/login", Map.of("username", name, "password", idNumber, "code", idNumber));
        post("/login", "/login", Map.of("username", "log.1", "password", clerk.password(), "code", code));
        assertThat(get("/search?q=" + encoded(name)).body()).contains(name);
        for (String typed : List.of(name, idNumber)) {
            for (String path : List.of(
                    "/search?q=" + encoded(typed),
                    "/search?q=%zz",
                    "/households/" + encoded(typed),
                    "/households/" + encoded(typed) + "/readers",
                    "/households/1?asOf=" + encoded(typed),
                    "/cases/" + encoded(typed),
                    "/nothing/" + encoded(typed),
                    "/api/v1/" + encoded(typed) + "?x=" + encoded(typed))) {
                if (!path.contains("%zz")) {
                    assertThat(get(path).statusCode()).as(path).isLessThan(500);
                }
            }
            Map<String, String> wrong = Map.of("household", typed, "kinship", typed, "days", typed, "reason", typed);
            for (String path : List.of("/relatives", "/demo/day", "/households/" + encoded(typed) + "/cases")) {
                assertThat(post("/relatives", path, wrong).statusCode())
                        .as(path)
                        .isBetween(400, 499);
            }
            sendRaw("/search?q=" + typed + "%zz{");
        }
        assertThatThrownBy(() -> jdbc.sql("insert into identity.account (username, name, state, password_hash,"
                                + " password_changed_at, must_change, created_at)"
                                + " values ('log.1', ?, 'WAITING', '', now(), true, now())")
                        .param(name)
                        .update())
                .rootCause()
                .hasMessageContaining("account_username_key")
                .hasMessageNotContaining("log.1");
        assertThat(output.getAll()).doesNotContain(name, idNumber, clerk.password(), clerk.totpSecret());
    }

    private static void start(String profile) {
        LoggingSystem.get(LogsTest.class.getClassLoader()).cleanUp();
        new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .run()
                .close();
    }

    /** Nothing. */
    static class Nothing {}

    @Test
    @DisplayName("2.4-9 in the office each event of the log is one line of JSON")
    void structured(CapturedOutput output) {
        try {
            start("office");
        } finally {
            // the tests after this one log for reading again
            start("demo");
        }
        List<String> lines =
                output.getOut().lines().filter(l -> l.startsWith("{")).toList();
        assertThat(lines).isNotEmpty();
        JsonNode event = JsonMapper.shared().readTree(lines.get(0));
        assertThat(event.at("/@timestamp").asString()).isNotEmpty();
        assertThat(event.at("/service/name").asString()).isEqualTo("doudi");
    }

    @Test
    @DisplayName("2.4-9 health and figures are on their own port without a sign-in, and not on the people's")
    void management() {
        assertThat(send(management, HttpRequest.newBuilder(), "/actuator/health")
                        .body())
                .contains("UP");
        assertThat(send(management, HttpRequest.newBuilder(), "/actuator/prometheus")
                        .body())
                .contains("jvm_memory_used_bytes", "http_server_requests");
        assertThat(send(management, HttpRequest.newBuilder(), "/actuator/env").statusCode())
                .isNotEqualTo(200);
        assertThat(send(management, HttpRequest.newBuilder(), "/households").statusCode())
                .isNotEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(get("/actuator/prometheus").body()).doesNotContain("jvm_memory");
    }
}
