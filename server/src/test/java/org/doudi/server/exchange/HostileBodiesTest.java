package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are sent to hold the platform up: without an end, or without haste. */
class HostileBodiesTest extends CountyOverTls {
    private static final String GIVE = "give:REGISTER:" + COUNTY;
    private static final long TEN_GIGABYTES = 10L << 30;
    private static final int CHUNK = 1 << 16;
    /** What the buffers of two machines and two ends of TLS may swallow beside what the platform reads. */
    private static final long BUFFERS = 32L << 20;

    private Door door() throws Exception {
        return new Door(AUTHORITY.client(), address());
    }

    private String token(String name) throws Exception {
        Credentials system = system(name, Set.of(GIVE), "");
        return door().token(system, GIVE);
    }

    /** A connection on which a request has begun; its body is still to come. */
    private Socket begun(String method, String path, String type, String length) throws Exception {
        String token = path.startsWith("/api/") ? token("sys-" + UUID.randomUUID()) : "none";
        Socket socket = AUTHORITY.connection(port());
        socket.setSoTimeout(20_000);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: " + type + "\r\n" + length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** What was answered before the connection ended, as far as it came through. */
    private static String answer(Socket socket) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            for (int one = socket.getInputStream().read();
                    one >= 0;
                    one = socket.getInputStream().read()) {
                said.write(one);
            }
        } catch (IOException e) {
            // what came before counts
            assertThat(e).isNotNull();
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/exchange/uploads/1/parts/0, application/octet-stream",
        "POST, /api/v1/exchange/uploads, application/json",
        "POST, /oauth2/token, application/x-www-form-urlencoded",
        "POST, /login, application/x-www-form-urlencoded",
        "POST, /login, multipart/form-data; boundary=x",
    })
    @DisplayName("2.4-5 ten gigabytes of unknown length are cut off after a few")
    void endless(String method, String path, String type) throws Exception {
        byte[] chunk = ("%x\r\n".formatted(CHUNK) + "a".repeat(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try (Socket socket = begun(method, path, type, "Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            while (sent < TEN_GIGABYTES) {
                out.write(chunk);
                sent += CHUNK;
            }
        } catch (SocketException e) {
            assertThat(e).as("the platform hung up").isNotNull();
        }
        assertThat(sent).isLessThan(BUFFERS);
        assertThat(door().get("none", "/login").statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("2.4-5 ten gigabytes that are announced are refused before the first of them")
    void announced() throws Exception {
        String path = "/api/v1/exchange/uploads/1/parts/0";
        try (Socket socket = begun("PUT", path, "application/octet-stream", "Content-Length: " + TEN_GIGABYTES)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 413").contains("at most 20 megabytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/exchange/uploads/1/parts/0, application/octet-stream",
        "POST, /api/v1/exchange/uploads, application/json",
        "POST, /oauth2/token, application/x-www-form-urlencoded",
        "PUT, /nowhere, application/octet-stream",
    })
    @DisplayName("2.4-5 who sends a byte now and then is cut off, and holds no worker")
    void trickles(String method, String path, String type) throws Exception {
        int bytes = 0;
        String said;
        try (Socket socket = begun(method, path, type, "Content-Length: 1000000")) {
            OutputStream out = socket.getOutputStream();
            try {
                for (; bytes < 300; bytes++) {
                    out.write('a');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (SocketException e) {
                assertThat(e).as("the platform hung up").isNotNull();
            }
            said = answer(socket);
        }
        assertThat(bytes).as("cut off long before the end").isLessThan(300);
        if (path.startsWith("/api/") && !said.isEmpty()) {
            assertThat(said).startsWith("HTTP/1.1 408");
        }
    }
}
