package org.doudi.server.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.browser.Browser;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.PublicObjection.Lodged;
import org.doudi.server.casework.PublicObjection.Objector;
import org.doudi.server.casework.path.Move;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.PlainBrowser;
import org.doudi.server.identity.Role;
import org.doudi.server.portal.Wall;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody of the village objects to a notice without signing in. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicObjectionTest extends CaseOffice {
    private static final int PHONE = 390;
    private static final String REACH = "13904180000";
    private static final Pattern CODE = Pattern.compile("id=\"receipt-code\">([^<]+)<");
    private static final Pattern NUMBER = Pattern.compile("id=\"receipt-number\">([^<]+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private Wall wall;

    @Autowired
    private PublicObjections publics;

    /** A case whose village notice hangs. */
    private String hanging() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), Map.of("proof", new Picture("image/png", PHOTO)));
        return number;
    }

    private CaseFile file(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number));
    }

    private static Map<String, String> form(String number) {
        return new HashMap<>(Map.of(
                "number",
                number,
                "form",
                UUID.randomUUID().toString(),
                "contests",
                "PROPERTY",
                "words",
                "他家去年买了车",
                "name",
                "赵德贵",
                "reach",
                REACH));
    }

    private static PublicObjection made(String words) {
        return new PublicObjection(UUID.randomUUID().toString(), Contested.OTHER, words, new Objector(null, null));
    }

    private static String found(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void look(Browser browser, Page page, String name) {
        browser.keep(page, name);
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    @Test
    @DisplayName(
            "2.4-11 a villager objects on a telephone without signing in, the clerk looks into it and answers, and the villager reads the answer by the receipt")
    void villager() {
        String number = hanging();
        String village = file(number).village();
        try (Browser browser = new Browser(port)) {
            Page villager = browser.open(PHONE);
            villager.navigate(browser.address("/notice/" + village));
            look(browser, villager, "public-notice-with-objection");
            villager.locator("a[href$='/objection']").first().click();
            villager.locator("main form button").click();
            assertThat(villager.locator("#problems li")).hasCount(3);
            look(browser, villager, "objection-missing");
            villager.check("input[value='" + number + "']");
            villager.check("input[value=PROPERTY]");
            villager.fill("#f-words", "他家去年买了车");
            villager.fill("#f-reach", REACH);
            look(browser, villager, "objection-form");
            villager.locator("main form button").click();
            assertThat(villager.locator("h1")).hasText("意见回执");
            look(browser, villager, "objection-receipt");
            String receipt = villager.locator("#receipt-number").innerText();
            String code = villager.locator("#receipt-code").innerText();
            assertThat(receipt).startsWith(village + "-");

            Page clerk = browser.signIn(
                    accounts.create("o-" + port, "何清秋", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP)), 1366);
            clerk.navigate(browser.address("/cases?tab=OFFICE"));
            assertThat(clerk.locator("tr", new Page.LocatorOptions().setHasText(number)))
                    .containsText("前答复");
            clerk.navigate(browser.address("/cases/" + number));
            assertThat(clerk.locator("section[aria-labelledby=objections]")).containsText(receipt);
            assertThat(clerk.locator("main")).not().containsText(REACH);
            clerk.locator("button", new Page.LocatorOptions().setHasText("看怎么联系提的人"))
                    .click();
            assertThat(clerk.locator("main")).containsText(REACH);
            look(browser, clerk, "objector");
            clerk.navigate(browser.address("/cases/" + number));
            clerk.locator("button", new Page.LocatorOptions().setHasText("开始核实"))
                    .click();
            look(browser, clerk, "objection-looked-into");

            assertThat(state(browser, villager, receipt, code)).isEqualTo("正在核实");
            clerk.locator("[name=answer]").fill("到车管所查过，车是他外甥的。");
            clerk.locator("button", new Page.LocatorOptions().setHasText("答复并记录"))
                    .click();
            assertThat(state(browser, villager, receipt, code)).isEqualTo("已经答复");
            assertThat(villager.locator("main")).containsText("到车管所查过，车是他外甥的。");
            look(browser, villager, "objection-answered");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static String state(Browser browser, Page page, String receipt, String code) {
        page.navigate(browser.address("/notice/objection"));
        page.fill("#number", receipt);
        page.fill("#code", code);
        page.locator("main form button").click();
        return page.locator("#state").innerText();
    }

    @Test
    @DisplayName(
            "2.4-11 an objection of the public holds the notice until it is answered, and a form sent twice is one")
    void holds() {
        String number = hanging();
        PlainBrowser browser = new PlainBrowser(port);
        String page = "/notice/" + file(number).village() + "/objection";
        Map<String, String> form = form(number);
        String token = browser.token(page);
        HttpResponse<String> first = browser.send(page, form, token);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> again = browser.send(page, form, token);
        assertThat(found(NUMBER, again.body())).isEqualTo(found(NUMBER, first.body()));
        assertThat(found(CODE, again.body())).isEqualTo(found(CODE, first.body()));
        List<Objection> all = as(Role.TOWNSHIP_CLERK, () -> views.of(number)).objections();
        assertThat(all).hasSize(1);
        Objection made = all.get(0);
        assertThat(made.origin()).isEqualTo(Objection.Origin.PUBLIC_REACHABLE);
        assertThat(made.due()).isAfter(today.date());
        today.forward(7);
        assertThatThrownBy(() -> work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of()))
                .isInstanceOf(CaseFailure.Incomplete.class);
        as(Role.TOWNSHIP_CLERK, () -> {
            objections.answer(number, made.id(), "查过，属实，已经更正。");
            return number;
        });
        work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        // the notice is down: the form is there no more for this case
        assertThat(browser.send(page, form(number), token).statusCode()).isEqualTo(422);
    }

    @Test
    @DisplayName(
            "2.4-11 who objected lies encrypted, is hidden in the village and from a near relative, and is never shown in public")
    void hidden() {
        String number = hanging();
        PlainBrowser browser = new PlainBrowser(port);
        String page = "/notice/" + file(number).village() + "/objection";
        String receipt = found(NUMBER, browser.post(page, page, form(number)).body());
        long id = Long.parseLong(receipt.substring(13));
        String row = as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql("select o::text from casework.objector o where objection = ?")
                        .param(id)
                        .query(String.class)
                        .single()));
        assertThat(row).doesNotContain(REACH).doesNotContain(hex("赵德贵")).doesNotContain(hex(REACH));
        for (Role role : List.of(Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM)) {
            Long seen = as(
                    role,
                    () -> transaction.execute(t -> jdbc.sql("select count(*) from casework.objector")
                            .query(Long.class)
                            .single()));
            assertThat(seen).isZero();
        }
        assertThat(as(Role.TOWNSHIP_CLERK, () -> publics.objector(number, id)).reach())
                .isEqualTo(REACH);
        assertThatThrownBy(() -> as(Role.COUNTY_OFFICER, () -> publics.objector(number, id)))
                .isInstanceOf(CaseFailure.class);
        String shown = browser.get("/notice/" + file(number).village()).body()
                + browser.get(page).body()
                + browser.post(
                                "/notice/objection",
                                "/notice/objection",
                                Map.of("number", receipt, "code", "2222222222"))
                        .body();
        assertThat(shown).doesNotContain(REACH).doesNotContain("赵德贵").doesNotContain("他家去年买了车");
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hex.append("%02x".formatted(b));
        }
        return hex.toString();
    }

    @Test
    @DisplayName("hostile objections are refused with a message, and what was typed is still there")
    void hostile() {
        String number = hanging();
        PlainBrowser browser = new PlainBrowser(port);
        String page = "/notice/" + file(number).village() + "/objection";
        String token = browser.token(page);
        Map<String, Map<String, String>> wrong = Map.of(
                "no words", Map.of("words", "  "),
                "too many words", Map.of("words", "a".repeat(2001)),
                "a long name", Map.of("name", "b".repeat(41)),
                "a long address", Map.of("reach", "c".repeat(101)),
                "no such thing to contest", Map.of("contests", "'; drop table"),
                "a form of their own", Map.of("form", "1"),
                "another case", Map.of("number", "210921100-2017-9999"),
                "a case of elsewhere", Map.of("number", "../../x"));
        wrong.forEach((what, fields) -> {
            Map<String, String> form = form(number);
            form.put("words", "<script>alert(1)</script>");
            form.putAll(fields);
            HttpResponse<String> answer = browser.send(page, form, token);
            assertThat(answer.statusCode()).as(what).isEqualTo(422);
            assertThat(answer.body()).as(what).contains("id=\"problems\"").doesNotContain("<script>alert");
            if (!fields.containsKey("words")) {
                assertThat(answer.body()).as(what).contains("&lt;script&gt;alert(1)");
            }
        });
        assertThat(browser.send(page, form(number), "no token").statusCode()).isEqualTo(403);
        for (String place : List.of("999999", "210921", "210921100999", "%27", RegistryFixture.TOWNSHIP)) {
            assertThat(browser.send("/notice/" + place + "/objection", form(number), token)
                            .statusCode())
                    .as(place)
                    .isIn(404, 422);
        }
        for (String receipt : List.of("", "x", "210921100202-99999", "210921100202-9999999999999999999", "-1")) {
            assertThat(browser.send("/notice/objection", Map.of("number", receipt, "code", "%"), token)
                            .statusCode())
                    .as(receipt)
                    .isEqualTo(404);
        }
        assertThat(as(Role.TOWNSHIP_CLERK, () -> views.of(number)).objections()).isEmpty();
    }

    @Test
    @DisplayName("one address floods no notice, and many addresses no office: then people are asked to come in person")
    void flood() {
        String number = hanging();
        String village = file(number).village();
        PlainBrowser browser = new PlainBrowser(port);
        String page = "/notice/" + village + "/objection";
        String token = browser.token(page);
        for (int i = 0; i < 5; i++) {
            assertThat(browser.send(page, form(number), token).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> sixth = browser.send(page, form(number), token);
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.headers().firstValue("Retry-After")).isPresent();
        for (int i = 5; i < PublicObjections.MOST; i++) {
            assertThat(wall.object(village, number, made("第" + i + "条"))).isPresent();
        }
        assertThatThrownBy(() -> wall.object(village, number, made("再一条"))).isInstanceOf(CaseFailure.NotNow.class);
        // the office still writes down what it is told in person
        as(Role.TOWNSHIP_CLERK, () -> {
            objections.object(number, Contested.INCOME, "当面来说的");
            return number;
        });
        assertThat(as(Role.TOWNSHIP_CLERK, () -> views.of(number)).objections()).hasSize(PublicObjections.MOST + 1);
    }

    @Test
    @DisplayName("2.4-11 an objection to a case that is withdrawn is told to be over, and a wrong code opens nothing")
    void ended() {
        String number = hanging();
        Lodged lodged =
                wall.object(file(number).village(), number, made("不是本村人")).orElseThrow();
        move(Role.TOWNSHIP_CLERK, number, Move.WITHDRAW);
        assertThat(wall.standing(lodged.number(), lodged.code()).orElseThrow().state())
                .isEqualTo(Objection.State.ENDED);
        assertThat(wall.standing(lodged.number(), "2".repeat(10))).isEmpty();
        assertThat(wall.object(file(number).village(), number, made("晚了"))).isEmpty();
    }
}
