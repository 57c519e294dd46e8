package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform as the system of a department meets it: over HTTP, by a token. */
final class Door {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final String address;

    Door(int port) {
        this(HttpClient.newHttpClient(), "http://localhost:" + port);
    }

    Door(HttpClient http, String address) {
        this.http = http;
        this.address = address;
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpRequest.Builder to(String path, String token) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> askToken(String client, String secret, String scope) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials"
                + (scope.isEmpty() ? "" : "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8));
        return send(to("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    String token(Credentials system, String scope) {
        HttpResponse<byte[]> answer = askToken(system.client(), system.secret(), scope);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.get("token_type").stringValue()).isEqualTo("Bearer");
        assertThat(body.get("expires_in").intValue()).isBetween(800, 900);
        return body.get("access_token").stringValue();
    }

    HttpResponse<byte[]> get(String token, String path, String... header) {
        HttpRequest.Builder request = to(path, token);
        if (header.length > 0) {
            request.headers(header);
        }
        return send(request);
    }

    HttpResponse<byte[]> post(String token, String path, byte[] file) {
        return send(to(path, token)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    HttpResponse<byte[]> put(String token, String path, byte[] file) {
        return send(to(path, token)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(file)));
    }

    HttpResponse<byte[]> json(String token, String path, String body) {
        return send(to(path, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** What a refusal is called. */
    static String type(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body()).get("type").stringValue();
    }
}
