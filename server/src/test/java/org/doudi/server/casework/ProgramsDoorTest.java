package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doudi.client.ApiClient;
import org.doudi.client.ApiException;
import org.doudi.client.api.CasesApi;
import org.doudi.client.api.HouseholdsApi;
import org.doudi.client.model.Application;
import org.doudi.client.model.CaseState;
import org.doudi.client.model.MoveForm;
import org.doudi.client.model.PageHouseholdLine;
import org.doudi.client.model.Search;
import org.doudi.client.model.StepForm;
import org.doudi.server.audit.AuditSearch;
import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The programs' door, through the client that is generated from its contract, on the real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProgramsDoorTest extends CaseOffice {
    private static final String NEIGHBOUR = "210922100";

    @Autowired
    private AuditSearch trail;

    @LocalServerPort
    private int port;

    @Autowired
    private AccessTokens tokens;

    private final HttpClient http = HttpClient.newHttpClient();

    /** A program's account and its token. */
    private String token(Role role, String area) {
        Officer officer = accounts.create(
                        "p-" + UUID.randomUUID().toString().substring(0, 8), "接口", role, new Area(area))
                .officer();
        return tokens.issue(officer.id(), "测试", 30);
    }

    private ApiClient client(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + port);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private CasesApi cases(Role role, String area) {
        return new CasesApi(client(token(role, area)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void refused(ApiCall call, int status, String type) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getCode()).isEqualTo(status);
            assertThat(e.getResponseBody()).contains("urn:doudi:problem:" + type);
            assertThat(e.getResponseHeaders().firstValue("Content-Type")).hasValue("application/problem+json");
        });
    }

    /** A call through the client. */
    @FunctionalInterface
    private interface ApiCall {
        Object run() throws ApiException;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path));
    }

    @Test
    @DisplayName("3.4-4 programs take a case from the door to the township's review, each step once")
    void walk() throws ApiException {
        CasesApi clerk = cases(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP);
        CasesApi county = cases(Role.COUNTY_OFFICER, COUNTY);
        long household = household();
        assertThat(clerk.assessment(household, "受理")).isNotEmpty();
        String opening = key();
        CaseState opened = clerk.open(opening, new Application().household(household));
        assertThat(clerk.open(opening, new Application().household(household))).isEqualTo(opened);
        refused(() -> clerk.open(opening, new Application().household(household + 1)), 422, "key-used");
        String number = opened.getNumber();
        assertThat(clerk.caseOf(number).getFields()).isNotEmpty();
        refused(() -> step(clerk, number, key(), Map.of(), Map.of()), 422, "incomplete");
        String accepting = key();
        CaseState accepted = step(clerk, number, accepting, accepted(number), Map.of());
        StepForm again = new StepForm().version(opened.getVersion()).values(accepted(number));
        assertThat(accepted.getStep()).isEqualTo(CaseState.StepEnum.ECONOMIC_CHECK);
        refused(() -> clerk.step(number, key(), again), 409, "not-now");
        refused(() -> step(clerk, number, key(), checked(), Map.of()), 409, "not-now");
        refused(
                () -> county.step(
                        number,
                        key(),
                        new StepForm().version(opened.getVersion()).values(checked())),
                409,
                "overtaken");
        step(county, number, key(), checked(), Map.of());
        refused(() -> step(clerk, number, key(), surveyed(), Map.of("photo", new byte[20])), 422, "incomplete");
        step(clerk, number, key(), surveyed(), Map.of("photo", PHOTO));
        CaseState met = step(clerk, number, key(), meeting(today.date().toString(), 18, 15, 2), Map.of());
        assertThat(met.getStep()).isEqualTo(CaseState.StepEnum.TOWNSHIP_REVIEW);
        CaseState withdrawn = cases(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP)
                .move(
                        number,
                        key(),
                        new MoveForm()
                                .version(met.getVersion())
                                .move(MoveForm.MoveEnum.WITHDRAW)
                                .reason("家庭撤回"));
        assertThat(withdrawn.getStanding()).isEqualTo(CaseState.StandingEnum.WITHDRAWN);
        long reports = as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql("select count(*) from casework.step_report r"
                                + " join casework.case_file c on c.id = r.case_id where c.number = ?")
                        .param(number)
                        .query(Long.class)
                        .single()));
        assertThat(reports).isEqualTo(5);
        refused(() -> county.decision(number), 404, "not-found");
    }

    private CaseState step(
            CasesApi api, String number, String key, Map<String, String> values, Map<String, byte[]> pictures)
            throws ApiException {
        int version = api.caseOf(number).getState().getVersion();
        return api.step(
                number, key, new StepForm().version(version).values(values).pictures(pictures));
    }

    @Test
    @DisplayName(
            "2.4-9 the pages of a list together are the list, each household once; who is on a roll is said by number")
    void paging() throws ApiException {
        HouseholdsApi api = new HouseholdsApi(client(token(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP)));
        List<Long> ids = new ArrayList<>();
        String next = null;
        do {
            PageHouseholdLine page = api.households(null, next, 77);
            page.getItems().forEach(h -> ids.add(h.getId()));
            next = page.getNext();
        } while (next != null);
        long count = RegistryFixture.as(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP, households::count);
        assertThat(ids).hasSize((int) count);
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        long granted = ids.get(3);
        as(Role.TOWNSHIP_CLERK, () -> {
            rolls.enter(
                    granted, RollEntry.dibao(LocalDate.of(2017, 1, 1), 37250), LocalDate.of(2017, 1, 1), "名单", "测试");
            return granted;
        });
        assertThat(api.roll("DIBAO", null, null, 500).getItems())
                .filteredOn(line -> line.getHousehold() == granted)
                .singleElement()
                .satisfies(line -> assertThat(line.getMonthlyFen()).isEqualTo(37250));
        assertThat(api.roll("DIBAO", LocalDate.of(2016, 12, 31), null, 500).getItems())
                .noneMatch(line -> line.getHousehold() == granted);
        assertThat(api.household(ids.get(0), "年度复核", null, null).getMembers()).isNotEmpty();
        assertThat(api.rolls(ids.get(0), "年度复核", null)).isNotNull();
        assertThat(Scope.as(officer(Role.AUDITOR, "2109"), () -> trail.readersOf(ids.get(0), 1)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.why()).isEqualTo("年度复核"));
        String name = api.household(ids.get(0), "年度复核", null, null).getHeadName();
        assertThat(api.search(new Search().text(name).reason("核对")))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.getMaskedIdNumber()).contains("*"));
    }

    @Test
    @DisplayName("3.2-1 a neighbour's program finds nothing: lists are empty, ids and numbers unknown")
    void neighbour() throws ApiException {
        String number = open();
        long household = as(Role.COUNTY_OFFICER, () -> cases.get(number)).household();
        ApiClient client = client(token(Role.TOWNSHIP_CLERK, NEIGHBOUR));
        HouseholdsApi registry = new HouseholdsApi(client);
        CasesApi casework = new CasesApi(client);
        assertThat(registry.households(null, null, 500).getItems()).isEmpty();
        assertThat(registry.roll("DIBAO", null, null, 500).getItems()).isEmpty();
        assertThat(registry.search(new Search().text("王秀").reason("核对"))).isEmpty();
        assertThat(casework.cases(null, null, 500).getItems()).isEmpty();
        assertThat(casework.decisions(null, 500).getItems()).isEmpty();
        refused(() -> registry.household(household, "核对", null, null), 404, "not-found");
        refused(() -> registry.rolls(household, "核对", null), 404, "not-found");
        refused(() -> casework.assessment(household, "受理"), 404, "not-found");
        refused(() -> casework.caseOf(number), 404, "not-found");
        refused(() -> casework.decision(number), 404, "not-found");
        refused(() -> casework.letter(number), 404, "not-found");
        refused(() -> casework.open(key(), new Application().household(household)), 404, "not-found");
    }

    @Test
    @DisplayName("3.5-4 a token that was revoked, of a shut account, or of an office that sees no people opens nothing")
    void tokensEnd() throws IOException, InterruptedException {
        Officer officer = accounts.create(
                        "p-" + UUID.randomUUID().toString().substring(0, 8),
                        "接口",
                        Role.COUNTY_OFFICER,
                        new Area(COUNTY))
                .officer();
        String first = tokens.issue(officer.id(), "一", 1);
        String second = tokens.issue(officer.id(), "二", 1);
        assertThat(status("/cases", first)).isEqualTo(200);
        tokens.revoke(tokens.all().stream()
                .filter(t -> t.label().equals("一") && t.account().equals(officer.id()))
                .findFirst()
                .orElseThrow()
                .id());
        assertThat(status("/cases", first)).isEqualTo(401);
        assertThat(status("/cases", second)).isEqualTo(200);
        accounts.lock(officer.id());
        assertThat(status("/cases", second)).isEqualTo(401);
        assertThat(status("/cases", "doudi_" + "x".repeat(43))).isEqualTo(401);
        Officer auditor = accounts.create(
                        "p-" + UUID.randomUUID().toString().substring(0, 8), "审计", Role.AUDITOR, new Area("2109"))
                .officer();
        assertThatThrownBy(() -> tokens.issue(auditor.id(), "三", 1)).hasMessageContaining("TOKEN_ROLE");
    }

    private int status(String path, String token) throws IOException, InterruptedException {
        return send(to(path).header("Authorization", "Bearer " + token)).statusCode();
    }

    @ParameterizedTest(name = "{0} {1} {2} is refused with {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /households/abc?purpose=xx          |                     | 400
            GET  | /households/99999999999999999999?purpose=xx|                     | 400
            GET  | /households/9999999999?purpose=xx   |                     | 404
            GET  | /households/-1/rolls?purpose=xx     |                     | 404
            GET  | /households?limit=0                 |                     | 400
            GET  | /households?limit=100000            |                     | 400
            GET  | /households?after=zzz               |                     | 400
            GET  | /households?village=1'or'1          |                     | 400
            GET  | /households/1?purpose=xx&asOf=30.2.2017|                     | 400
            GET  | /households/1                       |                     | 400
            GET  | /households/1?purpose=              |                     | 400
            GET  | /households/1/rolls?purpose=x       |                     | 400
            GET  | /households/1/assessment            |                     | 400
            GET  | /rolls/NOBODY                       |                     | 400
            GET  | /cases/no-such-case                 |                     | 404
            GET  | /cases?standing=ANY                 |                     | 400
            GET  | /nothing/here                       |                     | 404
            POST | /households                         | {}                  | 404
            POST | /cases                              | {"household":1}     | 400
            POST | /households/search                  | {"text":            | 400
            POST | /households/search                  | {}                  | 400
            POST | /cases/no-such-case/moves           | {"version":1}       | 400
            POST | /households/search                  | {"text":"王秀","reason":"\\u0000"} | 400
            POST | /households/search                  | {"text":"王","reason":"核对"} | 422
            POST | /households/search                  | {"text":"王秀","reason":" "} | 422
            POST | /households/search                  | [[[[[               | 400
            """)
    @DisplayName("abuse: wrong, hostile and incomplete requests are refused by problem details")
    void abuse(String method, String path, String body, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(to(path.replace("'", "%27"))
                .header("Authorization", "Bearer " + token(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("org.doudi", "Exception");
    }

    @Test
    @DisplayName("abuse: without a token, with a body of unknown or huge length, nothing is looked at")
    void unknownPrograms() throws IOException, InterruptedException {
        HttpResponse<String> nobody = send(to("/households"));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        String token = token(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP);
        HttpResponse<String> chunked = send(to("/households/search")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(InputStream::nullInputStream)));
        assertThat(chunked.statusCode()).isEqualTo(411);
    }
}
