package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.doudi.server.TestDatabase;
import org.doudi.server.database.Reach;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The registry's pages, as officers of one township and of its neighbour see them. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class HouseholdPagesTest {
    private static final String NEIGHBOUR = "210921101";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    private OfficePages pages;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
        pages = new OfficePages(context);
    }

    private MockHttpServletResponse ask(String area, RequestBuilder request) {
        return pages.ask(Role.TOWNSHIP_CLERK, area, request);
    }

    private String page(RequestBuilder request) {
        MockHttpServletResponse response = ask(RegistryFixture.TOWNSHIP, request);
        assertThat(response.getStatus()).isEqualTo(200);
        String html = OfficePages.html(response);
        assertThat(html).doesNotContain("style=\"", "??", "onclick");
        assertThat(html.split("<h1", -1)).hasSize(2);
        return html;
    }

    private long id(String number) {
        return RegistryFixture.as(
                        Role.TOWNSHIP_CLERK,
                        RegistryFixture.TOWNSHIP,
                        () -> households.search(new SearchQuery(number, "")))
                .get(0)
                .household();
    }

    @Test
    @DisplayName("a search by id number finds the person, masked; the neighbour finds nobody")
    void search() {
        String[] person = RegistryFixture.persons().get(0);
        String html = page(get("/search").param("q", person[4]));
        assertThat(html).contains(person[3], person[4].substring(0, 6) + "********");
        assertThat(html.replace("value=\"" + person[4] + "\"", "")).doesNotContain(person[4]);
        MockHttpServletResponse other = ask(NEIGHBOUR, get("/search").param("q", person[4]));
        assertThat(new String(other.getContentAsByteArray(), StandardCharsets.UTF_8))
                .doesNotContain(person[3]);
    }

    @Test
    @DisplayName("every household's page says what it gets and why, in Chinese and in English")
    void household() {
        for (int i = 1; i <= 60; i++) {
            long id = id("H-%07d".formatted(i));
            String html = page(get("/households/" + id));
            assertThat(html).contains("为什么是这个结果", "低保：", "建档立卡：", "查看理由：核查", "<svg class=\"gauge-svg\"");
            assertThat(html).doesNotContain("成员1是").contains("/households/" + id + "/cases");
        }
        String english = page(get("/households/" + id("H-0000003")).param("lang", "en"));
        assertThat(english).contains("Why this is the result");
    }

    @Test
    @DisplayName("a day before anything was known is answered with words, not with an error")
    void before() {
        String html = page(get("/households/" + id("H-0000003")).param("asOf", "2010-01-01"));
        assertThat(html).contains("还没有登记");
        assertThat(ask(RegistryFixture.TOWNSHIP, get("/households/1").param("asOf", "yesterday"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("the neighbour's clerk gets not found, for a page and for a number")
    void neighbour() {
        long id = id("H-0000003");
        assertThat(ask(NEIGHBOUR, get("/households/" + id)).getStatus()).isEqualTo(404);
        long person = RegistryFixture.as(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP, () -> households.get(id))
                .members()
                .get(0)
                .person();
        assertThat(ask(NEIGHBOUR, post("/persons/" + person + "/reveal").param("reason", "入户时核对证件"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a number is shown after a reason, and not without one")
    void reveal() {
        long person = RegistryFixture.as(
                        Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP, () -> households.get(id("H-0000001")))
                .members()
                .get(0)
                .person();
        String number = RegistryFixture.persons().get(0)[4];
        assertThat(page(post("/persons/" + person + "/reveal").param("reason", "入户时核对证件")))
                .contains(number);
        assertThat(page(post("/persons/" + person + "/reveal").param("reason", "看看")))
                .doesNotContain(number)
                .contains("至少");
    }

    private static long entries(String act, long household) throws SQLException {
        Reach reach = TestDatabase.reach();
        try (Connection owner = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                PreparedStatement count =
                        owner.prepareStatement("select count(*) from audit.entry where act = ? and household = ?")) {
            count.setString(1, act);
            count.setLong(2, household);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    @DisplayName("one look at a household is one entry in the trail, however many parts the page reads")
    void oneEntry() throws SQLException {
        long id = id("H-0000200");
        long before = entries("HOUSEHOLD_READ", id);
        page(get("/households/" + id));
        assertThat(entries("HOUSEHOLD_READ", id)).isEqualTo(before + 1);
        ask(NEIGHBOUR, get("/households/" + id));
        assertThat(entries("HOUSEHOLD_READ", id)).isEqualTo(before + 1);
    }

    @Test
    @DisplayName(
            "3.2-1 nothing of a household is shown before the reason is given, once a household and session; it stands in the entry of each look")
    void reason() throws SQLException {
        long id = id("H-0000210");
        pages = OfficePages.silent(context);
        MockHttpSession session = new MockHttpSession();
        String why = "/households/" + id + "/reason";
        long before = entries("HOUSEHOLD_READ", id);
        for (String path : List.of("", "/facts/new", "/changes/split", "/register", "/pay")) {
            assertThat(ask(
                                    RegistryFixture.TOWNSHIP,
                                    get("/households/" + id + path).session(session))
                            .getRedirectedUrl())
                    .startsWith(why + "?to=");
        }
        for (String card : List.of("/money", "/cases", "/gaps", "/reverifications", "/shared", "/readers")) {
            assertThat(ask(
                                    RegistryFixture.TOWNSHIP,
                                    get("/households/" + id + card).session(session))
                            .getRedirectedUrl())
                    .as(card)
                    .isEqualTo(why + "?to=%2Fhouseholds%2F" + id);
            MockHttpServletResponse fragment = ask(
                    RegistryFixture.TOWNSHIP,
                    get("/households/" + id + card).header("HX-Request", "true").session(session));
            assertThat(fragment.getStatus()).isEqualTo(403);
            assertThat(fragment.getHeader("HX-Redirect")).startsWith(why);
            assertThat(fragment.getContentAsByteArray()).isEmpty();
        }
        assertThat(ask(
                                RegistryFixture.TOWNSHIP,
                                post("/households/" + id + "/accounts").session(session))
                        .getRedirectedUrl())
                .startsWith(why);
        String asked = page(
                get(why).param("to", "/households/" + id + "/changes/split").session(session));
        assertThat(asked)
                .contains("为什么看这户", "/households/" + id + "/changes/split")
                .doesNotContain("户主");
        assertThat(page(get(why).param("to", "https://example.org/").session(session)))
                .doesNotContain("example.org");
        assertThat(entries("HOUSEHOLD_READ", id)).isEqualTo(before);
        assertThat(ask(NEIGHBOUR, get(why).session(session)).getStatus()).isEqualTo(404);
        assertThat(ask(NEIGHBOUR, get("/households/" + id).session(session)).getStatus())
                .isEqualTo(404);
        assertThat(ask(RegistryFixture.TOWNSHIP, post(why).session(session).param("reason", "OTHER"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(ask(NEIGHBOUR, post(why).session(session).param("reason", "CHECK"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(ask(
                                RegistryFixture.TOWNSHIP,
                                post(why)
                                        .session(session)
                                        .param("reason", "LETTER")
                                        .param("words", "信访件 8 号"))
                        .getRedirectedUrl())
                .isEqualTo("/households/" + id);
        String html = page(get("/households/" + id).session(session));
        assertThat(html).contains("查看理由：来信来访：信访件 8 号").doesNotContain("为什么看这户");
        Reach reach = TestDatabase.reach();
        try (Connection owner = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                PreparedStatement last = owner.prepareStatement(
                        "select why from audit.entry where household = ? and act = 'HOUSEHOLD_READ' order by at desc")) {
            last.setLong(1, id);
            try (ResultSet row = last.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("来信来访：信访件 8 号");
            }
        }
        long other = id("H-0000211");
        assertThat(ask(RegistryFixture.TOWNSHIP, get("/households/" + other).session(session))
                        .getRedirectedUrl())
                .startsWith("/households/" + other + "/reason");
    }

    @Test
    @DisplayName("a near relative is declared of a household that exists in one's area, and of no other")
    void relatives() {
        long id = id("H-0000150");
        MockHttpServletResponse unknown =
                ask(NEIGHBOUR, post("/relatives").param("household", "" + id).param("kinship", "SIBLING"));
        assertThat(unknown.getStatus()).isEqualTo(422);
        assertThat(new String(unknown.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("您的工作范围里没有这一户");
        assertThat(ask(
                                RegistryFixture.TOWNSHIP,
                                post("/relatives").param("household", "-1").param("kinship", "OTHER"))
                        .getStatus())
                .isEqualTo(422);
    }
}
