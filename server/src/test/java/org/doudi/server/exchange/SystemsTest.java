package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A department's own system at the door, over HTTP: token, what waits, the file in pieces, the receipt. */
class SystemsTest extends SharingCounty {
    private static final String TAKE = "take:TEKUN:" + COUNTY;

    @LocalServerPort
    private int port;

    private Door door() {
        return new Door(port);
    }

    private String token(Credentials system, String scope) {
        return door().token(system, scope);
    }

    private HttpResponse<byte[]> askToken(String client, String secret, String scope) {
        return door().askToken(client, secret, scope);
    }

    private HttpResponse<byte[]> get(String token, String path, String... header) {
        return door().get(token, path, header);
    }

    private HttpResponse<byte[]> receipt(String token, long delivery, byte[] file) {
        return door().post(token, "/api/v1/exchange/deliveries/" + delivery + "/receipts", file);
    }

    /** A delivery of tekun people to the poverty office, with one person in it. */
    private long delivery() {
        int last = as(
                Role.COUNTY_OFFICER,
                () -> deliveries.lastVersion(
                        new Agreement.Channel(COUNTY, SharedList.TEKUN, Department.POVERTY_OFFICE)));
        if (last == 0) {
            agree(SharedList.TEKUN, Set.of(SharedField.NAME, SharedField.SINCE));
        }
        long household = households(1, 30).get(0);
        as(Role.COUNTY_OFFICER, () -> {
            long head = Objects.requireNonNull(
                    transaction.execute(t -> jdbc.sql("select head from registry.household where id = ?")
                            .param(household)
                            .query(Long.class)
                            .single()));
            if (last == 0) {
                rolls.enter(household, RollEntry.of(Roll.TEKUN, head, DAY), DAY, "test", "test");
            }
            return household;
        });
        return make(SharedList.TEKUN, Set.of(SharedField.NAME, SharedField.SINCE), last)
                .id();
    }

    @Test
    @DisplayName("2.4-6 a department's system gets a token, fetches what waits in pieces, and its receipt counts once")
    void fetches() {
        long id = delivery();
        String token = token(system("sys-fetch", Set.of(TAKE), ""), TAKE);

        JsonNode waiting =
                Door.JSON.readTree(get(token, "/api/v1/exchange/deliveries").body());
        JsonNode last = waiting.get("items").get(waiting.get("items").size() - 1);
        assertThat(last.get("id").longValue()).isEqualTo(id);
        assertThat(last.get("list").stringValue()).isEqualTo("TEKUN");

        byte[] whole = get(token, "/api/v1/exchange/deliveries/" + id + "/file").body();
        assertThat(whole.length).isEqualTo(last.get("bytes").intValue());
        HttpResponse<byte[]> begin = get(token, "/api/v1/exchange/deliveries/" + id + "/file", "Range", "bytes=0-99");
        HttpResponse<byte[]> rest = get(token, "/api/v1/exchange/deliveries/" + id + "/file", "Range", "bytes=100-");
        assertThat(begin.statusCode()).isEqualTo(206);
        byte[] joined = Arrays.copyOf(begin.body(), whole.length);
        System.arraycopy(rest.body(), 0, joined, 100, rest.body().length);
        assertThat(joined).isEqualTo(whole);
        DeliveryFile checked = checked(whole);
        assertThat(checked.faults()).isEmpty();

        List<String> lines = lines(as(Role.POVERTY_OFFICER, () -> deliveries.get(id)));
        byte[] receipt = receipt(checked, 1, receiver, List.of(row(lines, 0, Outcome.ACCEPTED)));
        assertThat(receipt(token, id, receipt).statusCode()).isEqualTo(200);
        HttpResponse<byte[]> again = receipt(token, id, receipt);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Door.JSON.readTree(again.body()).get("receipts").intValue()).isEqualTo(1);

        byte[] forged = receipt.clone();
        forged[forged.length - 3] ^= 1;
        HttpResponse<byte[]> refused = receipt(token, id, forged);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Door.type(refused)).isEqualTo("urn:doudi:problem:broken");
        HttpResponse<byte[]> other = receipt(token, id, receipt(checked, 1, receiver, List.<Handling>of()));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Door.type(other)).isEqualTo("urn:doudi:problem:replayed");
        assertThat(receipt(token, id, receipt(checked, 3, receiver, List.of())).statusCode())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("2.4-5 a system does what it was given the right to, and nothing else")
    void rights() {
        long id = delivery();
        Credentials system = system("sys-rights", Set.of("take:DIBAO:" + COUNTY), "");
        String token = token(system, "take:DIBAO:" + COUNTY);
        assertThat(get(token, "/api/v1/exchange/deliveries/" + id).statusCode()).isEqualTo(404);
        assertThat(get(token, "/api/v1/exchange/deliveries/" + id + "/file").statusCode())
                .isEqualTo(404);
        assertThat(Door.JSON
                        .readTree(get(token, "/api/v1/exchange/deliveries").body())
                        .get("items")
                        .size())
                .isZero();
        assertThat(get(token, "/api/v1/households?purpose=CHECK").statusCode())
                .as("a system is not an officer")
                .isEqualTo(404);
        assertThat(get(token, "/exchange").statusCode()).as("nor at the pages").isIn(302, 200);

        HttpResponse<byte[]> more = askToken(system.client(), system.secret(), TAKE);
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(Door.JSON.readTree(more.body()).get("error").stringValue()).isEqualTo("invalid_scope");
        assertThat(askToken(system.client(), "wrong", "").statusCode()).isEqualTo(401);
        assertThat(askToken("system-none", system.secret(), "").statusCode()).isEqualTo(401);
        String nothing = token(system, "");
        assertThat(Door.JSON
                        .readTree(get(nothing, "/api/v1/exchange/deliveries").body())
                        .get("items")
                        .size())
                .isZero();

        long registered = as(
                Role.SECURITY_ADMINISTRATOR,
                () -> systems.all().stream()
                        .filter(s -> s.client().equals(system.client()))
                        .findFirst()
                        .orElseThrow()
                        .id());
        as(Role.SECURITY_ADMINISTRATOR, () -> {
            systems.end(registered);
            return registered;
        });
        assertThat(get(token, "/api/v1/exchange/deliveries").statusCode()).isEqualTo(401);
        assertThat(askToken(system.client(), system.secret(), "").statusCode()).isEqualTo(401);
        assertThat(get("nonsense", "/api/v1/exchange/deliveries").statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("2.4-5 more requests than are agreed are put off, and told for how long")
    void pace() {
        String token = token(system("sys-pace", Set.of(TAKE), ""), TAKE);
        HttpResponse<byte[]> last = get(token, "/api/v1/exchange/signer");
        for (int i = 0; i < 700 && last.statusCode() == 200; i++) {
            last = get(token, "/api/v1/exchange/signer");
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).contains("60");
        assertThat(Door.type(last)).isEqualTo("urn:doudi:problem:pace");
    }

    @Test
    @DisplayName("2.4-5 a system that has to show its certificate gets nothing on a connection without it")
    void certificate() throws IOException {
        String pem = new String(
                Objects.requireNonNull(SystemsTest.class.getResourceAsStream("/exchange/system.pem"))
                        .readAllBytes(),
                StandardCharsets.US_ASCII);
        String token = token(system("sys-bound", Set.of(TAKE), pem), TAKE);
        assertThat(get(token, "/api/v1/exchange/deliveries").statusCode()).isEqualTo(401);
    }
}
