package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.doudi.server.exchange.HandedIn.Kept;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Two deliveries that come at the same moment are taken one after the other. */
@TestPropertySource(properties = "spring.application.name=doudi-two")
class TwoAtOnceTest extends CountyOverTls {
    private static final String GIVE = "give:LIFTED:" + COUNTY;
    private static final String CHANNEL = COUNTY + "-LIFTED-CIVIL_AFFAIRS";

    private final Sealing office = Sealing.fresh(Algorithm.SM2);

    private byte[] file(int version, String previous, int person) {
        List<String[]> people = RegistryFixture.persons();
        return HandedIn.signed(
                version,
                previous,
                CHANNEL,
                office,
                List.of("NAME", "ID_NUMBER", "LIFTED_ON"),
                List.of(new Kept(HandedIn.key(person), people.get(person)[3], people.get(person)[4], "2017-05-31")));
    }

    private long upload(Door door, String token, byte[] file) {
        JsonNode begun = HandedIn.begin(door, token, "LIFTED", file);
        long id = begun.get("id").longValue();
        assertThat(door.put(token, "/api/v1/exchange/uploads/" + id + "/parts/0", file)
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    private List<HttpResponse<byte[]>> endTogether(Door door, String token, long... uploads) {
        CyclicBarrier together = new CyclicBarrier(uploads.length);
        List<CompletableFuture<HttpResponse<byte[]>>> ends = Arrays.stream(uploads)
                .mapToObj(id -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                together.await();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                            return door.post(token, "/api/v1/exchange/uploads/" + id + "/end", new byte[0]);
                        },
                        task -> new Thread(task).start()))
                .toList();
        return ends.stream().map(CompletableFuture::join).toList();
    }

    @Test
    @DisplayName("2.4-7 of two deliveries at once that both want to be the next one is taken, and the other is told so")
    void oneAfterTheOther() throws Exception {
        Credentials system = system("sys-two", Set.of(GIVE), "");
        signs("sys-two", office.verifying());
        Door door = new Door(AUTHORITY.client(), address());
        String token = door.token(system, GIVE);

        byte[] one = file(1, Sm3.NOTHING, 60);
        long first = upload(door, token, one);
        long second = upload(door, token, file(1, Sm3.NOTHING, 61));
        List<HttpResponse<byte[]>> ends = endTogether(door, token, first, second);
        assertThat(ends).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 409);
        HttpResponse<byte[]> refused =
                ends.stream().filter(e -> e.statusCode() == 409).findFirst().orElseThrow();
        assertThat(Door.type(refused)).isEqualTo("urn:doudi:problem:replayed");
        HttpResponse<byte[]> taken =
                ends.stream().filter(e -> e.statusCode() == 200).findFirst().orElseThrow();
        String hash = Door.JSON.readTree(taken.body()).get("hash").stringValue();

        long next = upload(door, token, file(2, hash, 62));
        List<HttpResponse<byte[]>> same = endTogether(door, token, next, next);
        assertThat(same).extracting(HttpResponse::statusCode).containsExactly(200, 200);
        assertThat(Stream.concat(
                                same.stream(),
                                Stream.of(door.post(token, "/api/v1/exchange/uploads/" + next + "/end", new byte[0])))
                        .map(e -> Door.JSON.readTree(e.body()).get("id").longValue())
                        .distinct())
                .as("one list, however often its end is asked for")
                .hasSize(1);
    }
}
