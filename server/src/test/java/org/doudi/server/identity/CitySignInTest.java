package org.doudi.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doudi.server.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** Signing in by a city's identity system, which here is a small one that speaks the protocol over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class CitySignInTest {
    private static final City CITY = new City();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("doudi.oidc.issuer", CITY::issuer);
        settings.add("doudi.oidc.client", () -> "doudi");
        settings.add("doudi.oidc.secret", () -> "between us");
    }

    @AfterAll
    static void stop() {
        CITY.server.stop(0);
    }

    /** An identity system with one person in it. */
    private static final class City {
        private final HttpServer server;
        private final RSAKey key;
        private volatile String person = "";
        private volatile List<String> factors = List.of();
        private volatile String nonce = "";
        private volatile boolean forged;

        City() {
            try {
                key = new RSAKeyGenerator(2048).keyID("k").generate();
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/.well-known/openid-configuration", e -> json(e, discovery()));
            server.createContext("/keys", e -> json(e, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext(
                    "/token",
                    e -> json(
                            e,
                            "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                                    + token() + "\"}"));
            server.start();
        }

        String issuer() {
            return "http://localhost:" + server.getAddress().getPort();
        }

        private String discovery() {
            String parts = Stream.of("authorization_endpoint=/authorize", "token_endpoint=/token", "jwks_uri=/keys")
                    .map(p -> p.split("="))
                    .map(p -> "\"" + p[0] + "\":\"" + issuer() + p[1] + "\",")
                    .collect(Collectors.joining());
            return "{" + parts + "\"issuer\":\"" + issuer() + "\",\"response_types_supported\":[\"code\"],"
                    + "\"subject_types_supported\":[\"public\"],\"id_token_signing_alg_values_supported\":[\"RS256\"]}";
        }

        private String token() {
            try {
                Date now = Date.from(Instant.now());
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer())
                                .subject("7")
                                .audience("doudi")
                                .issueTime(now)
                                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                                .claim("nonce", nonce)
                                .claim("preferred_username", person)
                                .claim("amr", factors)
                                .build());
                RSAKey with = forged ? new RSAKeyGenerator(2048).keyID("k").generate() : key;
                token.sign(new RSASSASigner(with));
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void json(HttpExchange exchange, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }
    }

    /** Goes to the city's system, which knows the person, and comes back with its code. */
    private PlainBrowser comesBack(String person, String... factors) {
        CITY.person = person;
        CITY.factors = List.of(factors);
        PlainBrowser browser = new PlainBrowser("localhost", port);
        HttpResponse<String> leaves = browser.get("/oauth2/authorization/city");
        Map<String, String> asked = UriComponentsBuilder.fromUri(URI.create(to(leaves)))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        CITY.nonce = asked.getOrDefault("nonce", "");
        HttpResponse<String> back = browser.get("/login/oauth2/code/city?code=c&state=" + asked.get("state"));
        last = to(back);
        return browser;
    }

    private String last = "";

    private static String to(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("-");
    }

    @Test
    @DisplayName("an officer whom the city's system vouches for with two factors is in, as the account here says")
    void letsIn() {
        accounts.create("city.1", "甲", Role.AUDITOR, new Area("210921"));
        PlainBrowser browser = comesBack("city.1", "pwd", "otp");
        assertThat(last).endsWith("/");
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
        assertThat(browser.get("/accounts").statusCode())
                .as("not an auditor's page")
                .isEqualTo(404);
        accounts.lock(accounts.byUsername("city.1").orElseThrow().id());
        assertThat(to(browser.get("/audit"))).contains("/login?ended");
        comesBack("city.1", "pwd", "otp");
        assertThat(last).endsWith("/login?failed");
    }

    @Test
    @DisplayName("one factor, an unknown person, a forged token and a state that was not given out let nobody in")
    void turnsAway() {
        accounts.create("city.2", "乙", Role.AUDITOR, new Area("210921"));
        comesBack("city.2", "pwd");
        assertThat(last).endsWith("/login?failed");
        comesBack("nobody.here", "otp");
        assertThat(last).endsWith("/login?failed");
        CITY.forged = true;
        comesBack("city.2", "otp");
        CITY.forged = false;
        assertThat(last).endsWith("/login?failed");
        PlainBrowser other = new PlainBrowser("localhost", port);
        assertThat(to(other.get("/login/oauth2/code/city?code=c&state=guess"))).endsWith("/login?failed");
        comesBack("city.2", "otp");
        assertThat(last).as("and the right one still gets in").endsWith("/");
    }

    @Test
    @DisplayName("the sign-in page offers the city's system where there is one")
    void offered() {
        assertThat(new PlainBrowser("localhost", port).get("/login").body()).contains("/oauth2/authorization/city");
    }
}
