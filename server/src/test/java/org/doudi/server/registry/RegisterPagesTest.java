package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.doudi.policy.RegisterState;
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
import org.springframework.web.context.WebApplicationContext;

/** Causes of poverty, and what is done against each. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class RegisterPagesTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921109", "34");

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private Rolls rolls;

    @Autowired
    private PovertyRegister register;

    @Autowired
    private RegistryLoader loader;

    private OfficePages pages;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
        pages = new OfficePages(context);
    }

    private MockHttpServletResponse poverty(RequestBuilder request) {
        return pages.ask(Role.POVERTY_OFFICER, TOWNSHIP.code(), request);
    }

    @Test
    @DisplayName(
            "clause 2.1-3: one main cause and at most two others, with history; only the poverty office records them")
    void causes() {
        long id = TOWNSHIP.id(households, 4);
        String path = "/households/" + id + "/register";
        var right = post(path)
                .param("state", "POOR")
                .param("attribute", "FALLEN_BACK")
                .param("cause", "ILLNESS")
                .param("other-LABOUR", "true")
                .param("from", "2017-06-01")
                .param("source", "返贫核查");
        assertThat(pages.ask(Role.TOWNSHIP_CLERK, TOWNSHIP.code(), right).getStatus())
                .isEqualTo(404);
        assertThat(pages.ask(Role.POVERTY_OFFICER, "210921108", right).getStatus())
                .isEqualTo(404);
        assertThat(poverty(right).getRedirectedUrl()).isEqualTo(path);
        assertThat(OfficePages.html(poverty(get(path)))).contains("返贫户", "因病", "缺劳力", "返贫核查".substring(0, 2));
        MockHttpServletResponse many = poverty(post(path)
                .param("state", "LIFTED")
                .param("attribute", "ORDINARY")
                .param("cause", "ILLNESS")
                .param("other-LABOUR", "true")
                .param("other-WATER", "true")
                .param("other-LAND", "true")
                .param("from", "2031-01-01")
                .param("source", ""));
        assertThat(many.getStatus()).isEqualTo(422);
        assertThat(OfficePages.html(many)).contains("最多两个", "脱贫要写脱贫日期", "脱贫要选怎么脱贫的", "不能晚于今天", "请写怎么知道的");
        poverty(post(path)
                .param("state", "LIFTED")
                .param("liftedOn", "2017-06-10")
                .param("way", "OTHERWISE")
                .param("attribute", "ORDINARY")
                .param("cause", "ILLNESS")
                .param("from", "2017-06-10")
                .param("source", "脱贫验收"));
        assertThat(lifted(id).throughProgramme()).isFalse();
        assertThat(OfficePages.html(poverty(get(path)))).contains("已脱贫", "2017-06-01 – 2017-06-10", "脱贫验收");
        assertThat(OfficePages.html(pages.ask(Role.TOWNSHIP_CLERK, TOWNSHIP.code(), get(path + "/card"))))
                .contains("已脱贫", "还没有帮扶措施");
    }

    private RollEntry.Register lifted(long id) {
        return TOWNSHIP.as(() -> rolls.of(id, LocalDate.of(2017, 6, 20))).stream()
                .map(RollEntry::register)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "2.2-7 who was lifted out by a measure of the programme is told from who was not, and the cause outlives what other"
                    + " offices enter")
    void way() {
        long id = TOWNSHIP.id(households, 9);
        String path = "/households/" + id + "/register";
        poverty(post(path)
                .param("state", "LIFTED")
                .param("liftedOn", "2017-06-10")
                .param("way", "PROGRAMME")
                .param("attribute", "ORDINARY")
                .param("cause", "LAND")
                .param("from", "2017-06-10")
                .param("source", "脱贫验收"));
        assertThat(lifted(id).throughProgramme()).isTrue();
        TOWNSHIP.as(() -> {
            rolls.enter(
                    id,
                    RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                    LocalDate.of(2017, 6, 15),
                    "case 1",
                    "decision");
            return id;
        });
        assertThat(OfficePages.html(poverty(get(path)))).contains("2017-06-15", "缺土地", "case 1");
        assertThat(TOWNSHIP.as(() -> register.history(id)).get(0).cause()).isEqualTo("缺土地");
    }

    @Test
    @DisplayName(
            "clauses 2.1-3, 2.1-4: a measure against a cause is planned and reported on, also outside the register")
    void measures() {
        long id = TOWNSHIP.id(households, 6);
        String path = "/households/" + id;
        var plan = post(path + "/measures")
                .param("cause", "SKILLS")
                .param("plan", "参加瓦工培训")
                .param("helper", "耿长河")
                .param("startedOn", "2017-05-01");
        assertThat(pages.ask(Role.TOWNSHIP_CLERK, TOWNSHIP.code(), plan).getStatus())
                .isEqualTo(404);
        assertThat(pages.ask(Role.VILLAGE_TEAM, TOWNSHIP.village(), plan).getRedirectedUrl())
                .isEqualTo(path + "/register");
        String page = OfficePages.html(pages.ask(Role.VILLAGE_TEAM, TOWNSHIP.village(), get(path + "/register")));
        assertThat(page).contains("参加瓦工培训", "在办");
        String way = page.replaceAll("(?s).*(/households/\\d+/measures/\\d+).*", "$1");
        var report =
                post(way).param("stage", "REACHED").param("on", "2017-06-15").param("words", "已上岗");
        assertThat(poverty(post(way).param("stage", "X")).getStatus()).isEqualTo(422);
        assertThat(pages.ask(Role.VILLAGE_TEAM, "210921108202", report).getStatus())
                .isEqualTo(404);
        assertThat(poverty(report).getRedirectedUrl()).isEqualTo(path + "/register");
        String other = way.replace("/households/" + id, "/households/" + TOWNSHIP.id(households, 8));
        assertThat(poverty(post(other)
                                .param("stage", "REACHED")
                                .param("on", "2017-06-15")
                                .param("words", "x"))
                        .getStatus())
                .isEqualTo(404);
        for (Locale locale : new Locale[] {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH}) {
            assertThat(OfficePages.html(poverty(get(path + "/register").locale(locale))))
                    .contains("已上岗")
                    .doesNotContain("??", "style=\"");
        }
    }
}
