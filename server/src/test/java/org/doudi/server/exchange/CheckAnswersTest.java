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
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.HandedIn.Kept;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A department's own system fetches whom it is asked to check, and answers. */
class CheckAnswersTest extends SharingCounty {
    private static final Set<String> RIGHTS = Set.of("take:CHECK:" + COUNTY, "give:CHECK:" + COUNTY);
    private static final List<String> INCOME = List.of("ASKED_ROW", "INCOME_ITEM", "YEARLY_YUAN");

    @Autowired
    private CheckRequests requests;

    @LocalServerPort
    private int port;

    private final Sealing office = Sealing.fresh(Algorithm.SM2);
    private Door door;
    private String token = "";
    private int next;

    @BeforeEach
    void door() {
        door = new Door(port);
    }

    /** A system of an office that may answer, and signs by this test's key. */
    private String system(Role role, String name, Set<String> rights) {
        Credentials system = system(role, name, rights, "");
        signs(name, office.verifying());
        return door.token(system, String.join(" ", rights));
    }

    private CheckRequest ask(ListKind kind, List<Long> who) {
        return as(Role.COUNTY_OFFICER, () -> requests.get(requests.ask(Department.POVERTY_OFFICE, kind, who)));
    }

    private CheckRequest now(CheckRequest request) {
        return as(Role.COUNTY_OFFICER, () -> requests.get(request.delivery()));
    }

    /** The keys of a request's rows, as the department reads them in its file. */
    private List<String> asked(CheckRequest request) {
        byte[] file = door.get(token, "/api/v1/exchange/deliveries/" + request.delivery() + "/file")
                .body();
        assertThat(checked(file).faults()).isEmpty();
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(4)
                .map(line -> line.substring(0, 32))
                .toList();
    }

    private Kept row(String asked, String item, String yuan) {
        next++;
        return new Kept(key(next), asked, item, yuan);
    }

    private void refused(String by, byte[] file, int status, String type) {
        HttpResponse<byte[]> answer = send(door, by, "CHECK", file);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(Door.type(answer)).isEqualTo("urn:doudi:problem:" + type);
    }

    private byte[] answer(int version, String previous, String number, List<Kept> rows) {
        return signed(version, previous, number, office, INCOME, rows);
    }

    private long taken(byte[] file) {
        HttpResponse<byte[]> answer = send(door, token, "CHECK", file);
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        return Door.JSON.readTree(answer.body()).get("id").longValue();
    }

    private long lists() {
        return as(
                Role.COUNTY_OFFICER,
                () -> Objects.requireNonNull(transaction.execute(
                        t -> jdbc.sql("select count(*) from registry.list_import where list in ('INCOME', 'PROPERTY')")
                                .query(Long.class)
                                .single())));
    }

    private List<Handling> receipt(long list) throws IOException {
        HttpResponse<byte[]> answer = door.post(token, "/api/v1/exchange/lists/" + list + "/receipts", new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        List<Handling> rows = new ArrayList<>();
        ReceiptFile.read(new ByteArrayInputStream(answer.body()), as(Role.COUNTY_OFFICER, keys::open), rows::add);
        return rows;
    }

    @Test
    @DisplayName(
            "2.4-4 2.4-5 a department's system fetches whom it is asked to check and answers in parts; of nobody else, to no other request, and not when all is answered")
    void answers() throws Exception {
        agree(SharedList.CHECK, Set.of(SharedField.MASKED_ID_NUMBER));
        token = system(Role.POVERTY_OFFICER, "sys-check", RIGHTS);
        List<Long> families = households(3, 60);
        CheckRequest request = ask(ListKind.INCOME, families);
        CheckRequest property = ask(ListKind.PROPERTY, families);
        JsonNode told = Door.JSON.readTree(door.get(token, "/api/v1/exchange/deliveries/" + request.delivery())
                .body());
        assertThat(told.get("check").get("number").stringValue()).isEqualTo(request.number());
        assertThat(told.get("check").get("list").stringValue()).isEqualTo("INCOME");
        List<String> people = asked(request);
        assertThat(people).hasSize(request.people());

        List<Kept> first = people.subList(1, people.size()).stream()
                .map(p -> row(p, "工资性收入", "1200"))
                .toList();
        byte[] part = answer(1, Sm3.NOTHING, request.number(), first);
        refused(token, answer(1, Sm3.NOTHING, COUNTY + "-CHECK-POVERTY_OFFICE-99", first), 404, "no-check");
        refused(token, answer(1, Sm3.NOTHING, COUNTY + "-REGISTER-CIVIL_AFFAIRS", first), 404, "no-check");
        refused(token, answer(1, Sm3.NOTHING, property.number(), first), 422, "answer-fields");
        refused(token, answer(2, Sm3.NOTHING, request.number(), first), 409, "missing-before");
        refused(
                token,
                answer(1, Sm3.NOTHING, request.number(), List.of(row(key(4711), "工资性收入", "1200"))),
                422,
                "not-asked-for");
        refused(
                token,
                signed(1, Sm3.NOTHING, request.number(), office, List.of("ASKED_ROW", "INCOME_ITEM"), first),
                422,
                "answer-fields");
        refused(
                token,
                signed(
                        1,
                        Sm3.NOTHING,
                        request.number(),
                        office,
                        List.of("ASKED_ROW", "INCOME_ITEM", "YEARLY_YUAN", "YEARLY_YUAN"),
                        first),
                422,
                "answer-fields");
        String other = system(Role.DISABLED_FEDERATION_OFFICER, "sys-check-other", RIGHTS);
        refused(other, part, 404, "no-check");
        String taker = system(Role.POVERTY_OFFICER, "sys-check-take", Set.of("take:CHECK:" + COUNTY));
        assertThat(begin(door, taker, "CHECK", part).get("type").stringValue())
                .isEqualTo("urn:doudi:problem:not-yours");
        assertThat(lists()).as("nothing of it was read").isZero();

        long list = taken(part);
        assertThat(taken(part)).as("the same again").isEqualTo(list);
        Awaitility.await().until(() -> now(request).answered() == people.size() - 1);
        assertThat(receipt(list)).hasSize(people.size() - 1).allMatch(row -> row.outcome() == Outcome.ACCEPTED);
        assertThat(door.post(other, "/api/v1/exchange/lists/" + list + "/receipts", new byte[0])
                        .statusCode())
                .as("another department's")
                .isEqualTo(404);
        assertThat(Door.JSON
                        .readTree(door.get(token, "/api/v1/exchange/lists/" + list + "/gaps")
                                .body())
                        .get("items"))
                .isEmpty();
        assertThat(now(request).standing(today.date())).isEqualTo(Standing.WAITING);
        assertThat(as(Role.COUNTY_OFFICER, () -> requests.answers(request.delivery())))
                .singleElement()
                .satisfies(given -> {
                    assertThat(given.how().bySystem()).isTrue();
                    assertThat(given.list().fileName()).startsWith(request.number());
                });

        byte[] rest = answer(2, hash(part), request.number(), List.of(row(people.get(0), "工资性收入", "2400")));
        long second = taken(rest);
        Awaitility.await().until(() -> now(request).standing(today.date()) == Standing.ANSWERED);
        Household record = as(Role.COUNTY_OFFICER, () -> households.record(families.get(0), today.date(), today.now()));
        assertThat(record.income())
                .filteredOn(e -> e.item() == IncomeItem.WAGE)
                .extracting(e -> e.fen())
                .contains(2400_00L);
        refused(
                token,
                answer(3, hash(rest), request.number(), List.of(row(people.get(0), "工资性收入", "0"))),
                409,
                "check-over");
        assertThat(taken(rest)).as("its end, asked for again").isEqualTo(second);
    }
}
