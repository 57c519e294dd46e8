package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.doudi.server.exchange.container.Csv;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Lines;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.Sm3;
import tools.jackson.databind.JsonNode;

/** Lists as a department's system hands them in. */
final class HandedIn {
    private HandedIn() {}

    /** A row of the register as the office keeps it. */
    record Kept(String key, String name, String idNumber, String more) {
        byte[] line() {
            return Csv.line(List.of(key, "ADDED", name, idNumber, more));
        }
    }

    static String key(int n) {
        return "%032x".formatted(n);
    }

    static byte[] signed(int version, String previous, String channel, Sealing by, List<Kept> rows) {
        return signed(version, previous, channel, by, List.of("NAME", "ID_NUMBER", "CAUSE"), rows);
    }

    static byte[] signed(
            int version, String previous, String channel, Sealing by, List<String> fields, List<Kept> rows) {
        Lines lines = new Lines();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<byte[]> all = new ArrayList<>();
        all.add(Csv.line(
                Stream.concat(Stream.of("row", "change"), fields.stream()).toList()));
        rows.forEach(row -> all.add(row.line()));
        for (byte[] line : all) {
            lines.add(line);
            body.writeBytes(line);
        }
        DeliveryHead head = new DeliveryHead(
                channel,
                version,
                "2017-06",
                "2017-06-20",
                previous,
                new DeliveryHead.Terms(
                        1,
                        "双向核对",
                        "2.4-7",
                        "2017-12-31",
                        "POVERTY_OFFICE",
                        "CIVIL_AFFAIRS",
                        "民政局",
                        by.verifying().encoded(),
                        fields),
                lines.end(rows.size(), rows.size(), 0, 0),
                by.verifying().id());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SignedHead.sign(SignedHead.Kind.DELIVERY, head, by).bytes());
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    static String hash(byte[] file) throws IOException {
        return SignedHead.read(SignedHead.Kind.DELIVERY, new ByteArrayInputStream(file))
                .hash();
    }

    static HttpResponse<byte[]> send(Door door, String token, byte[] file) {
        return send(door, token, "REGISTER", file);
    }

    static HttpResponse<byte[]> send(Door door, String token, String list, byte[] file) {
        JsonNode begun = begin(door, token, list, file);
        long id = begun.get("id").longValue();
        int part = begun.get("partBytes").intValue();
        for (int nth = 0; nth < begun.get("parts").intValue(); nth++) {
            byte[] content = Arrays.copyOfRange(file, nth * part, Math.min(file.length, (nth + 1) * part));
            assertThat(door.put(token, "/api/v1/exchange/uploads/" + id + "/parts/" + nth, content)
                            .statusCode())
                    .isEqualTo(200);
        }
        return door.post(token, "/api/v1/exchange/uploads/" + id + "/end", new byte[0]);
    }

    static JsonNode begin(Door door, String token, byte[] file) {
        return begin(door, token, "REGISTER", file);
    }

    static JsonNode begin(Door door, String token, String list, byte[] file) {
        return Door.JSON.readTree(door.json(
                        token,
                        "/api/v1/exchange/uploads",
                        "{\"list\": \"" + list + "\", \"bytes\": " + file.length + ", \"hash\": \"" + Sm3.of(file)
                                + "\"}")
                .body());
    }
}
