package org.doudi.server.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.doudi.server.browser.Browser;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people see of a case that does not go straight: refused, objected to, sent back, surveyed by others, hung out in public. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePagesTest extends CaseOffice {
    private static final int DESK = 1366;
    private static final int PHONE = 390;

    @LocalServerPort
    private int port;

    @Autowired
    private Visits visits;

    private @Nullable Browser open;

    private Browser browser() {
        if (open == null) {
            open = new Browser(port);
        }
        return open;
    }

    @AfterEach
    void quiet() {
        assertThat(browser().complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser().close();
    }

    private Page at(Role role, String area, int width) {
        String name = "p-" + UUID.randomUUID().toString().substring(0, 12);
        NewAccount account = accounts.create(name, "何清秋", role, new Area(area));
        return browser().signIn(account, width);
    }

    private Page at(Role role) {
        boolean township = role == Role.TOWNSHIP_CLERK || role == Role.TOWNSHIP_REVIEWER;
        return at(role, township ? RegistryFixture.TOWNSHIP : COUNTY, DESK);
    }

    private static FilePayload photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return new FilePayload("photo.png", "image/png", out.toByteArray());
    }

    private void look(Page page, String name) {
        browser().keep(page, name);
        assertThat(Browser.barriers(page)).isEmpty();
        assertThat((Integer)
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    private CaseFile file(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number));
    }

    private static void click(Page page, String words) {
        page.locator("main button", new Page.LocatorOptions().setHasText(words))
                .first()
                .click();
    }

    private Map<String, String> refusing(String number) {
        Map<String, String> values = new HashMap<>(agreed(number, Role.TOWNSHIP_REVIEWER));
        values.put("verdict.DIBAO", "REFUSED");
        values.put("reason.DIBAO", "存款超过标准，家里有经营用的货车");
        return values;
    }

    @Test
    @DisplayName(
            "2.1-1 a refusal in the browser: the approver agrees with it, and the letter tells the family why and what to do")
    void refusal() throws IOException {
        String number = atTownshipReview();
        toDecision(number, refusing(number));
        Page approver = at(Role.COUNTY_APPROVER);
        approver.navigate(browser().address("/cases/" + number));
        for (Locator item : approver.locator("ol.dec li").all()) {
            item.locator("input[value=AGREE]").check();
        }
        approver.fill("[name=opinion]", "同意乡镇意见，不予批准。");
        look(approver, "decision-refusal");
        click(approver, "作出决定");
        assertThat(approver.locator("#work")).hasText("送达决定书");
        byte[] letter = approver.request()
                .get(browser().address("/cases/" + number + "/letter.pdf"))
                .body();
        Files.write(Path.of("target", "screenshots", "letter-refusal.pdf"), letter);
        try (PDDocument document = Loader.loadPDF(letter)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text)
                    .contains("农村低保不给。存款超过标准，家里有经营用的货车", "不予批准", "六十日内申请行政复议", "六个月内向人民法院")
                    .doesNotContain("从批准后的下个月起发放", "#", "成员1")
                    .contains(file(number).headName());
        }
    }

    @Test
    @DisplayName(
            "2.4-11 an objection holds the notice in the browser until it is answered, and the public reads the notice on a telephone and on paper")
    void objection() throws IOException {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        String village = file(number).village();
        Page clerk = at(Role.TOWNSHIP_CLERK);
        clerk.navigate(browser().address("/cases/notices"));
        look(clerk, "notices-to-post");
        Locator wall =
                clerk.locator("form", new Page.LocatorOptions().setHas(clerk.locator("[value='" + number + "']")));
        wall.locator("[name=place]").fill("村务公开栏");
        wall.locator("[name=proof]").setInputFiles(photo());
        wall.locator("button").click();
        assertThat(clerk.locator("main")).containsText("办成");
        look(clerk, "bulk-result");

        Page anybody = browser().open(PHONE);
        anybody.navigate(browser().address("/notice/" + village));
        assertThat(anybody.locator("#proposed ~ .wide"))
                .containsText(file(number).headName());
        look(anybody, "public-notice-phone");
        anybody.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        anybody.setViewportSize(794, 1123);
        assertThat(anybody.locator(".rec")).isVisible();
        assertThat(anybody.locator(".dd-top")).isHidden();
        browser().keep(anybody, "public-notice-print");
        byte[] paper = anybody.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Files.write(Path.of("target", "screenshots", "public-notice.pdf"), paper);

        clerk.navigate(browser().address("/cases/" + number));
        clerk.fill("#words", "他家去年买了车");
        click(clerk, "记录异议");
        today.forward(8);
        clerk.navigate(browser().address("/cases/" + number));
        clerk.check("[name=takenDown]");
        click(clerk, "撤下公示");
        assertThat(clerk.locator("#problems")).containsText("1 条异议没有答复");
        look(clerk, "objection-holds");
        clerk.locator("[name=answer]").fill("到车管所查过，车是他外甥的。");
        click(clerk, "答复并记录");
        clerk.check("[name=takenDown]");
        click(clerk, "撤下公示");
        assertThat(clerk.locator("#work")).hasText("报县");
        assertThat(clerk.locator(".tags")).containsText("县里须入户");
        anybody.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        anybody.reload();
        assertThat(anybody.locator("main")).containsText("现在没有正在公示的");
    }

    @Test
    @DisplayName("2.2-6 the county sends a case back with the reason, and the township's reviewer judges it anew")
    void returned() {
        String number = atTownshipReview();
        toDecision(number, agreed(number, Role.TOWNSHIP_REVIEWER));
        Page approver = at(Role.COUNTY_APPROVER);
        approver.navigate(browser().address("/cases/" + number));
        click(approver, "退回补正");
        assertThat(approver.locator("#problems")).containsText("还没有填");
        approver.fill("#f-reason", "评议记录缺一页签字");
        click(approver, "退回补正");
        assertThat(approver.locator("#work")).hasText("乡镇审核");
        Page reviewer = at(Role.TOWNSHIP_REVIEWER);
        reviewer.navigate(browser().address("/cases/" + number));
        assertThat(reviewer.locator("details[open]")).containsText("评议记录缺一页签字");
        assertThat(reviewer.locator("ol.dec li").first()).isVisible();
        look(reviewer, "returned");
        // the deadline of a check is put off by the approver, and the reason stands where the case is listed
        String other = open();
        work(Role.TOWNSHIP_CLERK, other, accepted(other), Map.of());
        approver.navigate(browser().address("/cases/" + other));
        approver.fill("#f-reason", "银行的回函还没有到");
        click(approver, "延期");
        assertThat(approver.locator(".tags")).containsText("银行的回函还没有到");
    }

    @Test
    @DisplayName("3.4-2 a surveyor on a telephone sees the assigned visit only, fills it in, and the clerk confirms")
    void surveyor() throws IOException {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        Page surveyor = at(Role.SURVEYOR, COUNTY, PHONE);
        assertThat(surveyor.locator("h1")).hasText("要入户的");
        assertThat(surveyor.locator(".visits li")).hasCount(0);
        Page clerk = at(Role.TOWNSHIP_CLERK);
        clerk.navigate(browser().address("/cases/" + number));
        clerk.locator("#visitor option")
                .last()
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        for (Locator option : clerk.locator("#visitor option").all()) {
            as(Role.TOWNSHIP_CLERK, () -> {
                visits.ask(number, Long.parseLong(option.getAttribute("value")));
                return number;
            });
        }
        surveyor.navigate(browser().address("/visits"));
        assertThat(surveyor.locator(".visits li")).hasCount(1);
        look(surveyor, "surveyor-visits");
        surveyor.locator(".visits a").click();
        click(surveyor, "交给乡镇");
        assertThat(surveyor.locator("#problems")).isVisible();
        surveyed().forEach((name, value) -> {
            if (!value.equals("yes")) {
                surveyor.fill("[name=" + name + "]", value);
            }
        });
        surveyor.check("[name=familySigned]");
        surveyor.locator("[name=photo]").setInputFiles(photo());
        look(surveyor, "surveyor-visit");
        click(surveyor, "交给乡镇");
        surveyor.waitForURL("**/visits");
        assertThat(surveyor.request().get(browser().address("/cases/" + number)).status())
                .isEqualTo(404);
        assertThat(surveyor.request()
                        .get(browser().address("/households/" + file(number).household()))
                        .status())
                .isEqualTo(404);
        clerk.navigate(browser().address("/cases/" + number));
        assertThat(clerk.locator("[name=housing]")).hasValue("砖木三间");
        look(clerk, "visit-to-confirm");
        click(clerk, "调查完成");
        assertThat(clerk.locator("#work")).hasText("民主评议");
        assertThat(file(number).state().step()).isEqualTo(Step.REVIEW_MEETING);
    }

    @Test
    @DisplayName("who takes what is seen in the lists, and what is late by the office above")
    void lists() {
        String number = open();
        Page clerk = at(Role.TOWNSHIP_CLERK);
        clerk.navigate(browser().address("/cases?tab=UNCLAIMED"));
        clerk.check("[name=number][value='" + number + "']");
        look(clerk, "work-list");
        click(clerk, "选中的我来办");
        assertThat(clerk.locator("main")).containsText("办成 1 件");
        clerk.navigate(browser().address("/cases"));
        assertThat(clerk.locator("tbody tr")).hasCount(1);
        Page reviewer = at(Role.TOWNSHIP_REVIEWER);
        reviewer.navigate(browser().address("/cases?tab=OFFICE"));
        look(reviewer, "work-list-office");
        today.forward(20);
        Page city = at(Role.CITY_SUPERVISOR, "2109", DESK);
        assertThat(city.locator("#late")).isVisible();
        assertThat(city.locator("main")).not().containsText(number);
        look(city, "overdue-city");
        assertThat(city.locator("thead")).hasCount(1);
        assertThat(city.locator("main")).not().containsText("没有超期的件");
    }
}
