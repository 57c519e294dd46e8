package org.doudi.bench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One browser: its cookies, and the token of the last form it saw. */
final class Session {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    /** An answer: status, body, where it leads, and how long it took. */
    record Answer(int status, String body, String location, double millis) {
        /** The first group of the pattern in the body. */
        String find(Pattern pattern) throws IOException {
            Matcher matcher = pattern.matcher(body);
            if (!matcher.find()) {
                throw new IOException("the page (status " + status + ") lacks " + pattern);
            }
            return matcher.group(1);
        }
    }

    Session(HttpClient http, String base) {
        this.http = http;
        this.base = base;
    }

    Answer get(String path) {
        Answer answer = send(request(path).GET().build());
        Matcher matcher = TOKEN.matcher(answer.body());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return answer;
    }

    /** Sends a form with the token of the page that was shown last. */
    Answer post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encoded(token)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    void signIn(String username, String password, String code) throws IOException {
        get("/login");
        Answer answer = post("/login", Map.of("username", username, "password", password, "code", code));
        if (answer.status() != 302 || answer.location().contains("login")) {
            throw new IOException(username + " could not sign in: " + answer.status() + " " + answer.location());
        }
    }

    /** A code that was not used yet, also right after another one. */
    static String code(String secret, int stepsAhead) {
        return Totp.at(secret, Instant.now().plusSeconds((long) stepsAhead * Totp.STEP_SECONDS));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private Answer send(HttpRequest request) {
        try {
            long begin = System.nanoTime();
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            double millis = (System.nanoTime() - begin) / 1e6;
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""),
                    millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
