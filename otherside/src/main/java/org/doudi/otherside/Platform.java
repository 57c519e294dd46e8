package org.doudi.otherside;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Properties;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.doudi.client.ApiClient;
import org.doudi.client.ApiException;
import org.doudi.client.api.ExchangeApi;
import org.doudi.client.api.IncomingListsApi;

/** The platform as this system reaches it: by its certificate, with a token that it asks for each time it works. */
final class Platform {
    private final HttpClient.Builder http;
    private final String address;
    private final Properties settings;
    private final ApiClient client = new ApiClient();

    Platform(Path folder, Properties settings) throws IOException, GeneralSecurityException {
        this.settings = settings;
        this.address = settings.getProperty("address");
        this.http = HttpClient.newBuilder();
        if (settings.containsKey("trust")) {
            http.sslContext(tls(folder, settings));
        }
        client.updateBaseUri(address);
        client.setHttpClientBuilder(http);
    }

    private static SSLContext tls(Path folder, Properties settings) throws IOException, GeneralSecurityException {
        char[] word = settings.getProperty("password").toCharArray();
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(folder.resolve(settings.getProperty("trust")), word));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store(folder.resolve(settings.getProperty("certificate")), word), word);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file, char[] word) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, word);
        }
        return store;
    }

    /** Gets a token; with it the doors of the contract are open for a quarter of an hour. */
    void signIn() throws IOException, InterruptedException {
        String who = settings.getProperty("client") + ":" + settings.getProperty("secret");
        HttpRequest ask = HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = http.build().send(ask, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token: " + answer.statusCode() + " " + answer.body());
        }
        String token =
                new ObjectMapper().readTree(answer.body()).get("access_token").asText();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    }

    ExchangeApi lists() {
        return new ExchangeApi(client);
    }

    IncomingListsApi incoming() {
        return new IncomingListsApi(client);
    }

    /** A part of the file of a delivery. */
    byte[] piece(long delivery, long from, long to) throws ApiException, IOException {
        return taken(lists().callFile(delivery, "bytes=" + from + "-" + (to - 1)));
    }

    /** The bytes of a file that the generated client laid down, which are nobody else's. */
    static byte[] taken(File file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.toPath());
        Files.delete(file.toPath());
        return bytes;
    }
}
