package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The form for a change: shows what would happen, says what is wrong, writes once. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ChangePagesTest {
    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private Facts facts;

    @Autowired
    private RegistryLoader loader;

    private OfficePages pages;
    private long id;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
        pages = new OfficePages(context);
        id = RegistryFixture.as(
                        Role.TOWNSHIP_CLERK,
                        RegistryFixture.TOWNSHIP,
                        () -> households.search(new SearchQuery("H-0000100", "")))
                .get(0)
                .household();
    }

    private MockHttpServletResponse ask(String area, RequestBuilder request) {
        return pages.ask(Role.TOWNSHIP_CLERK, area, request);
    }

    private String page(RequestBuilder request) {
        MockHttpServletResponse response = ask(RegistryFixture.TOWNSHIP, request);
        assertThat(response.getStatus()).isEqualTo(200);
        return OfficePages.html(response);
    }

    private int known() {
        return RegistryFixture.as(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP, () -> facts.history(id))
                .size();
    }

    private MockHttpServletRequestBuilder income(String yuan, String step) {
        return post("/households/" + id + "/facts/new")
                .param("kind", "INCOME")
                .param("member", "1")
                .param("item", "WAGE")
                .param("yuan", yuan)
                .param("from", "2017-06-01")
                .param("source", "入户核实")
                .param("do", step);
    }

    @Test
    @DisplayName("every kind of change has a form, filled with what is known, in both languages")
    void forms() {
        for (FactKind kind : FactKind.values()) {
            for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
                String html = page(get("/households/" + id + "/facts/new")
                        .param("kind", kind.name())
                        .locale(locale));
                assertThat(html).contains("name=\"source\"").doesNotContain("??", "style=\"");
                assertThat(html.split("<h1", -1)).hasSize(2);
            }
        }
    }

    @Test
    @DisplayName("the preview shows before and after and writes nothing; saving writes")
    void previewThenSave() {
        int before = known();
        assertThat(page(income("987654.00", "preview"))).contains("登记以后会怎样", "value=\"save\"");
        assertThat(known()).isEqualTo(before);
        MockHttpServletResponse saved = ask(RegistryFixture.TOWNSHIP, income("987654.00", "save"));
        assertThat(saved.getRedirectedUrl()).isEqualTo("/households/" + id);
        assertThat(known()).isGreaterThan(before);
        assertThat(page(get("/households/" + id))).contains("987,654.00", "后来更正了");
    }

    @Test
    @DisplayName("wrong input is said in words, and nothing is written or lost")
    void wrong() {
        int before = known();
        assertThat(page(income("1,000", "save"))).contains("金额请写元", "入户核实");
        assertThat(page(income("-5", "save"))).contains("金额请写元");
        assertThat(page(post("/households/" + id + "/facts/new").param("kind", "MEMBER")))
                .contains("请选是谁", "日期不对", "请写怎么知道的");
        assertThat(page(post("/households/" + id + "/facts/new").param("kind", "<script>")))
                .contains("请选什么变了")
                .doesNotContain("<script>\"");
        assertThat(known()).isEqualTo(before);
    }

    @Test
    @DisplayName("a neighbour's clerk can neither open nor send the form")
    void neighbour() {
        assertThat(ask("210921101", get("/households/" + id + "/facts/new")).getStatus())
                .isEqualTo(404);
        assertThat(ask("210921101", income("1.00", "save")).getStatus()).isEqualTo(404);
    }

    private MockHttpServletRequestBuilder told(String kind) {
        return post("/households/" + id + "/facts/new")
                .param("kind", kind)
                .param("from", "2017-06-02")
                .param("source", "入户核实")
                .param("do", "save");
    }

    private String sent(RequestBuilder request, int status) {
        MockHttpServletResponse response = ask(RegistryFixture.TOWNSHIP, request);
        assertThat(response.getStatus()).isEqualTo(status);
        return OfficePages.html(response);
    }

    @Test
    @DisplayName("2.4-9 a clerk enters insurance, schooling, land and a disaster, and the page shows them")
    void circumstances() {
        sent(told("INSURANCE").param("member", "1").param("resident", "true"), 302);
        sent(told("SCHOOLING").param("member", "1").param("finished", "JUNIOR").param("absence", "WORK"), 302);
        sent(told("LAND").param("arable", "7.25").param("forest", "0"), 302);
        sent(told("DISASTER").param("what", "HAIL").param("yuan", "3200"), 302);
        assertThat(page(get("/households/" + id)))
                .contains(
                        "居民医保 · 没有大病保险",
                        "没上学（已经就业） · 文化程度初中",
                        "耕地 7.25 亩，林地 0.00 亩",
                        "2017-06-02 风雹、冰冻，没有人赔的损失 3,200.00 元");
        // the form shows what is known, and 0 takes a disaster away
        assertThat(page(get("/households/" + id + "/facts/new").param("kind", "LAND")))
                .contains("value=\"7.25\"");
        sent(told("DISASTER").param("what", "HAIL").param("yuan", "0"), 302);
        assertThat(page(get("/households/" + id))).doesNotContain("没有人赔的损失");
        // nonsense is told in words
        assertThat(page(told("LAND").param("arable", "1e9").param("forest", "0")))
                .contains("面积请写亩数");
        assertThat(page(told("SCHOOLING").param("member", "1").param("stage", "<b>")))
                .contains("请从列表里选");
        assertThat(page(told("DISASTER").param("what", "WAR").param("yuan", "1")))
                .contains("请选是什么灾");
    }

    @Test
    @DisplayName("2.4-9 a wrong phone is corrected with a reason; who looks sees its middle hidden")
    void phones() {
        String way = "/households/" + id + "/phones";
        String page = page(get(way));
        String one = page.replaceAll("(?s).*?action=\"" + way + "/(\\d+)\".*", "$1");
        sent(post(way + "/" + one).param("phone", "+86 160-5800-1234").param("source", "本人来电"), 302);
        assertThat(page(get(way))).contains("160****1234").doesNotContain("16058001234", "??");
        assertThat(sent(post(way + "/" + one).param("phone", "无").param("source", "本人"), 422))
                .contains("至少 7 位数字");
        assertThat(sent(post(way + "/" + one).param("phone", "16058001234"), 422))
                .contains("请写怎么知道的");
        sent(post(way + "/1").param("phone", "16058001234").param("source", "本人"), 404);
        assertThat(ask("210922100", get(way)).getStatus()).isEqualTo(404);
        sent(post(way + "/" + one).param("phone", "").param("source", "号码停了"), 302);
        assertThat(page(get(way))).doesNotContain("160****1234");
    }
}
