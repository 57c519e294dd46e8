package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doudi.server.exchange.HandedIn.begin;
import static org.doudi.server.exchange.HandedIn.hash;
import static org.doudi.server.exchange.HandedIn.key;
import static org.doudi.server.exchange.HandedIn.send;
import static org.doudi.server.exchange.HandedIn.signed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doudi.server.exchange.HandedIn.Kept;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.Handling.Reason;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.SearchQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The poverty office's own system hands in its register: in parts, signed and chained, and hears what became of each row. */
class IncomingListsTest extends SharingCounty {
    private static final String GIVE = "give:REGISTER:" + COUNTY;
    private static final int ID_NUMBER = 4;
    private static final int NAME = 3;

    @Autowired
    private ListImports imports;

    @LocalServerPort
    private int port;

    private final Sealing office = Sealing.fresh(Algorithm.SM2);

    private String channel() {
        return new Agreement.Channel(COUNTY, SharedList.REGISTER, SharedList.REGISTER.receiver()).name();
    }

    private void refused(Door door, String token, byte[] file, int status, String type) {
        HttpResponse<byte[]> answer = send(door, token, file);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(Door.type(answer)).isEqualTo("urn:doudi:problem:" + type);
    }

    private List<Handling> receipt(Door door, String token, long list) throws IOException {
        HttpResponse<byte[]> answer = door.post(token, "/api/v1/exchange/lists/" + list + "/receipts", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Handling> rows = new ArrayList<>();
        ReceiptFile.read(new ByteArrayInputStream(answer.body()), as(Role.COUNTY_OFFICER, keys::open), rows::add);
        return rows;
    }

    private void whole(long list) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            long running = as(Role.POVERTY_OFFICER, () -> imports.latest()).stream()
                    .filter(v -> v.state() != ListImports.State.DONE)
                    .count();
            if (running == 0) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("list " + list + " was not read to its end");
    }

    @Test
    @DisplayName(
            "2.4-7 a list in parts is taken once, its rows are told back, and forged, foreign, doubled and out-of-order ones are refused")
    void handsIn() throws Exception {
        Credentials system = system("sys-give", Set.of(GIVE), "");
        Door door = new Door(port);
        String token = door.token(system, GIVE);
        List<String[]> people = RegistryFixture.persons();
        Kept known = new Kept(key(1), people.get(40)[NAME], people.get(40)[ID_NUMBER], "因病");
        Kept unknown = new Kept(key(2), "林晓雨", "210921195003070016", "因病");
        byte[] first = signed(1, Sm3.NOTHING, channel(), office, List.of(known, unknown));

        refused(door, token, first, 422, "no-sender-key");
        signs("sys-give", office.verifying());

        refused(
                door,
                token,
                signed(1, Sm3.NOTHING, channel(), Sealing.fresh(Algorithm.SM2), List.of(known)),
                422,
                "other-key");
        byte[] changed = first.clone();
        changed[changed.length - 5] ^= 1;
        refused(door, token, changed, 422, "broken");
        refused(
                door,
                token,
                signed(1, Sm3.NOTHING, channel().replace(COUNTY, "210922"), office, List.of(known)),
                422,
                "other-delivery");
        refused(door, token, signed(1, Sm3.NOTHING, channel(), office, List.of(known, known)), 422, "unknown-rows");
        refused(door, token, signed(2, Sm3.NOTHING, channel(), office, List.of(known)), 409, "missing-before");

        JsonNode begun = begin(door, token, signed(1, Sm3.NOTHING, channel(), office, List.of(unknown)));
        assertThat(door.post(
                                token,
                                "/api/v1/exchange/uploads/" + begun.get("id").longValue() + "/end",
                                new byte[0])
                        .statusCode())
                .as("nothing of it was sent")
                .isEqualTo(422);
        assertThat(door.put(token, "/api/v1/exchange/uploads/" + begun.get("id").longValue() + "/parts/0", new byte[3])
                        .statusCode())
                .as("a part of another length")
                .isEqualTo(422);
        assertThat(door.json(
                                token,
                                "/api/v1/exchange/uploads",
                                "{\"list\": \"REGISTER\", \"bytes\": 10737418240, \"hash\": \"" + "0".repeat(64)
                                        + "\"}")
                        .statusCode())
                .as("ten gigabytes")
                .isEqualTo(422);
        assertThat(door.json(
                                token,
                                "/api/v1/exchange/uploads",
                                "{\"list\": \"DIBAO\", \"bytes\": 10, \"hash\": \"" + "0".repeat(64) + "\"}")
                        .statusCode())
                .as("a list of another department")
                .isEqualTo(403);

        HttpResponse<byte[]> taken = send(door, token, first);
        assertThat(taken.statusCode()).isEqualTo(200);
        JsonNode list = Door.JSON.readTree(taken.body());
        long id = list.get("id").longValue();
        assertThat(list.get("hash").stringValue()).isEqualTo(hash(first));
        assertThat(Door.JSON.readTree(send(door, token, first).body()).get("id").longValue())
                .as("the same file again")
                .isEqualTo(id);
        whole(id);
        assertThat(receipt(door, token, id))
                .containsExactlyInAnyOrder(
                        new Handling(key(1), Outcome.ACCEPTED, null),
                        new Handling(key(2), Outcome.REFUSED, Reason.NOT_FOUND));
        assertThat(door.post(token, "/api/v1/exchange/lists/" + id + "/receipts", new byte[0])
                        .statusCode())
                .as("nothing new")
                .isEqualTo(204);

        refused(door, token, signed(1, Sm3.NOTHING, channel(), office, List.of(known)), 409, "replayed");
        refused(door, token, signed(2, "1".repeat(64), channel(), office, List.of(known)), 409, "missing-before");
        assertThat(send(door, token, signed(2, hash(first), channel(), office, List.of(known)))
                        .statusCode())
                .isEqualTo(200);
        whole(id);
        // the other tests of this county count who is on the register
        long household = as(Role.POVERTY_OFFICER, () -> households.search(new SearchQuery(people.get(40)[1], "")))
                .get(0)
                .household();
        as(Role.POVERTY_OFFICER, () -> {
            rolls.leave(household, Roll.REGISTER, null, DAY, "test", "test");
            return household;
        });
    }
}
