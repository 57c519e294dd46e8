package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The pages that lead through a change of a household. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class HouseholdChangePagesTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921103", "32");
    private static final String RECEIVER = "210922106";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Divisions divisions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private OfficePages pages;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
        pages = new OfficePages(context);
    }

    private MockHttpServletResponse ask(String area, RequestBuilder request) {
        return pages.ask(Role.TOWNSHIP_CLERK, area, request);
    }

    private HouseholdView view(int n) {
        long id = TOWNSHIP.id(households, n);
        return TOWNSHIP.as(() -> households.get(id));
    }

    private static MockHttpServletRequestBuilder proven(String path, String step) {
        return post(path)
                .param("on", "2017-06-01")
                .param("source", "村委会报告")
                .param("document", "户口簿")
                .param("do", step);
    }

    @Test
    @DisplayName("every change has a form in both languages, and the household's page leads to it")
    void forms() {
        HouseholdView view = view(1);
        String page = OfficePages.html(ask(TOWNSHIP.code(), get("/households/" + view.id())));
        for (String kind :
                List.of("birth", "death", "move", "new-head", "split", "merge", "marriage", "adoption", "kin")) {
            String path = "/households/" + view.id() + "/changes/" + kind;
            assertThat(page).contains(path);
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                MockHttpServletResponse response = ask(
                        TOWNSHIP.code(),
                        get(path).param("other", view(2).number()).locale(locale));
                assertThat(response.getStatus()).isEqualTo(200);
                assertThat(OfficePages.html(response))
                        .contains("name=\"document\"")
                        .doesNotContain("??", "style=\"");
                assertThat(OfficePages.html(response).split("<h1", -1)).hasSize(2);
            }
            assertThat(ask(RECEIVER, get(path)).getStatus()).isEqualTo(404);
            assertThat(ask(RECEIVER, proven(path, "save")).getStatus()).isEqualTo(404);
        }
        assertThat(ask(TOWNSHIP.code(), get("/households/" + view.id() + "/changes/correction"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("a head's death: told that another head is needed; previewed; recorded; corrected")
    void death() {
        HouseholdView view = view(3);
        String path = "/households/" + view.id() + "/changes/death";
        String head = Long.toString(view.members().get(0).person());
        String spouse = Long.toString(view.members().get(1).person());
        MockHttpServletResponse refused =
                ask(TOWNSHIP.code(), proven(path, "save").param("person", head));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(OfficePages.html(refused)).contains("请指定新户主", "村委会报告");

        MockHttpServletResponse preview = ask(
                TOWNSHIP.code(), proven(path, "preview").param("person", head).param("head", spouse));
        assertThat(OfficePages.html(preview)).contains("登记以后会怎样", "value=\"save\"", "户主");
        assertThat(view(3)).isEqualTo(view);

        MockHttpServletResponse saved =
                ask(TOWNSHIP.code(), proven(path, "save").param("person", head).param("head", spouse));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/households/" + view.id());
        assertThat(view(3).headName()).isEqualTo(view.members().get(1).name());
        String page = OfficePages.html(ask(TOWNSHIP.code(), get("/households/" + view.id())));
        assertThat(page).contains("家庭变化记录", "户口簿", "/correct");

        String correct = page.substring(page.indexOf("/households/" + view.id() + "/changes/"))
                .split("/correct", 2)[0];
        String way = page.replaceAll("(?s).*(/households/" + view.id() + "/changes/\\d+/correct).*", "$1");
        assertThat(correct).isNotEmpty();
        assertThat(OfficePages.html(ask(TOWNSHIP.code(), get(way)))).contains("原来的记录不删除");
        assertThat(ask(TOWNSHIP.code(), post(way)).getStatus()).isEqualTo(422);
        assertThat(ask(TOWNSHIP.code(), proven(way, "save")).getRedirectedUrl()).isEqualTo("/households/" + view.id());
        assertThat(view(3)).isEqualTo(view);
        assertThat(ask(TOWNSHIP.code(), proven(way, "save")).getStatus()).isEqualTo(409);
    }

    @Test
    @DisplayName("wrong and hostile input is answered in words")
    void wrong() {
        HouseholdView view = view(5);
        String birth = "/households/" + view.id() + "/changes/birth";
        MockHttpServletResponse nothing = ask(TOWNSHIP.code(), post(birth));
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(OfficePages.html(nothing)).contains("日期不对", "请写怎么知道的", "请写凭什么材料");
        MockHttpServletResponse hostile = ask(
                TOWNSHIP.code(),
                proven(birth, "save")
                        .param("name", "<script>alert(1)</script>")
                        .param("idNumber", "21092120170601123\u0000")
                        .param("relation", "HEAD")
                        .param("labour", "x".repeat(100_000)));
        assertThat(hostile.getStatus()).isEqualTo(422);
        assertThat(OfficePages.html(hostile)).contains("身份证号不对", "请选关系").doesNotContain("<script>alert");
        String split = "/households/" + view.id() + "/changes/split";
        assertThat(OfficePages.html(ask(TOWNSHIP.code(), proven(split, "save").param("financial", "-1"))))
                .contains("请选谁去新户", "金额请写元");
        assertThat(view(5)).isEqualTo(view);
    }

    @Test
    @DisplayName("a move out of the area waits for the other township, which takes the household in with all its past")
    void transfer() {
        HouseholdView view = view(7);
        String target = divisions.villages(RECEIVER).get(0).code();
        String path = "/households/" + view.id() + "/changes/move";
        MockHttpServletRequestBuilder preview =
                proven(path, "preview").param("village", target).param("address", "2组");
        assertThat(OfficePages.html(ask(TOWNSHIP.code(), preview))).contains("请对方接收");
        assertThat(ask(
                                TOWNSHIP.code(),
                                proven(path, "save").param("village", target).param("address", "2组"))
                        .getRedirectedUrl())
                .isEqualTo("/transfers");
        assertThat(ask(
                                TOWNSHIP.code(),
                                proven(path, "save").param("village", target).param("address", "2组"))
                        .getStatus())
                .isEqualTo(409);
        String mine = OfficePages.html(ask(TOWNSHIP.code(), get("/transfers")));
        assertThat(mine).contains(view.headName(), "撤回").doesNotContain("take-in");
        assertThat(ask(RECEIVER, get("/households/" + view.id())).getStatus()).isEqualTo(404);
        assertThat(OfficePages.html(ask("210921106", get("/transfers")))).doesNotContain(view.headName());

        String theirs = OfficePages.html(ask(RECEIVER, get("/transfers")));
        String way = theirs.replaceAll("(?s).*(/transfers/\\d+/take-in).*", "$1");
        assertThat(ask("210921106", post(way)).getStatus()).isEqualTo(404);
        assertThat(ask(TOWNSHIP.code(), post(way)).getStatus()).isEqualTo(404);
        assertThat(ask(RECEIVER, post(way)).getRedirectedUrl()).isEqualTo("/households/" + view.id());
        assertThat(ask(RECEIVER, post(way)).getStatus()).isEqualTo(404);
        assertThat(ask(TOWNSHIP.code(), get("/households/" + view.id())).getStatus())
                .isEqualTo(404);
        HouseholdView there = RegistryFixture.as(Role.TOWNSHIP_CLERK, RECEIVER, () -> households.get(view.id()));
        assertThat(there.village()).isEqualTo(target);
        assertThat(there.members()).isEqualTo(view.members());
        assertThat(OfficePages.html(
                        ask(RECEIVER, get("/households/" + view.id()).param("asOf", "2017-05-01"))))
                .contains(divisions.names(view.village()).village());
        List<String> parts = RegistryFixture.as(
                Role.TOWNSHIP_CLERK,
                RECEIVER,
                () -> transaction.execute(
                        t -> jdbc.sql("select distinct tableoid::regclass::text from registry.fact where household = ?")
                                .param(view.id())
                                .query(String.class)
                                .list()));
        assertThat(parts)
                .as("its facts stand with its new county's")
                .containsExactly("registry.fact_" + RECEIVER.substring(0, 6));
    }

    @Test
    @DisplayName("a household with a running case is not taken apart")
    void runningCase() {
        HouseholdView view = view(9);
        MockHttpServletResponse opened =
                ask(TOWNSHIP.code(), post("/intake").param("household", Long.toString(view.id())));
        assertThat(opened.getRedirectedUrl()).contains("/cases/");
        String one = Long.toString(view.members().get(1).person());
        MockHttpServletResponse refused = ask(
                TOWNSHIP.code(),
                proven("/households/" + view.id() + "/changes/split", "preview")
                        .param("go-" + one, "true")
                        .param("newHead", one));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(OfficePages.html(refused)).contains("正在办的件");
    }
}
