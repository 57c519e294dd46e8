package org.doudi.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without pictures and script: cookies, forms and their tokens. It follows no redirect. */
public class PlainBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public PlainBrowser(int port) {
        this("127.0.0.1", port);
    }

    public PlainBrowser(String host, int port) {
        this.root = "http://" + host + ":" + port;
    }

    /** Reads a page. */
    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    /** Sends a form with the token that the page before it has. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        return send(path, fields, token(page));
    }

    /** The token of the forms of a page; empty if it has none. */
    public String token(String page) {
        Matcher token = TOKEN.matcher(get(page).body());
        return token.find() ? token.group(1) : "";
    }

    /** Sends a form. */
    public HttpResponse<String> send(String path, Map<String, String> fields, String token) {
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String csrf = URLEncoder.encode(token, StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + csrf))
                .build());
    }

    /** Signs in with what the fields say. */
    public HttpResponse<String> signIn(String username, String password, String code) {
        return post("/login", "/login", Map.of("username", username, "password", password, "code", code));
    }

    /** Signs in with a fresh account. */
    public HttpResponse<String> signIn(NewAccount account) {
        return signIn(
                account.officer().username(), account.password(), OneTimeCode.at(account.totpSecret(), Instant.now()));
    }

    /** Whether the server keeps a session for it. */
    public boolean hasSession() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getName)
                .anyMatch("JSESSIONID"::equals);
    }

    private URI uri(String path) {
        return URI.create(root + path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
