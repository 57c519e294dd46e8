package org.doudi.server.casework;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.PovertyRegister;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody enters the register without a cause of poverty. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CausesTest extends CaseOffice {
    @LocalServerPort
    private int port;

    @Autowired
    private PovertyRegister register;

    private String atDecision() {
        String number = atTownshipReview();
        Map<String, String> review = agreed(number, Role.TOWNSHIP_REVIEWER);
        review.put("verdict.REGISTER", "GRANTED");
        review.put("reason.REGISTER", "入户看到确实困难");
        toDecision(number, review);
        return number;
    }

    private String refused(String number, Map<String, String> values, String... causes) {
        Map<String, String> form = new HashMap<>(values);
        form.remove("cause");
        for (int i = 0; i + 1 < causes.length; i += 2) {
            form.put(causes[i], causes[i + 1]);
        }
        CaseFile before = as(Role.COUNTY_APPROVER, () -> cases.get(number));
        String[] code = new String[1];
        assertThatThrownBy(() -> work(Role.COUNTY_APPROVER, number, form, Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> code[0] = e.problems().get(0).field() + " "
                                + e.problems().get(0).code());
        assertThat(as(Role.COUNTY_APPROVER, () -> cases.get(number))).isEqualTo(before);
        return code[0];
    }

    @Test
    @DisplayName("2.1-3 who enters the register new enters it with a main cause of poverty and at most two others,"
            + " which the roll, the household's page and the letter say")
    void asked() throws IOException {
        String number = atDecision();
        Map<String, String> values = agreed(number, Role.COUNTY_APPROVER);
        assertThat(refused(number, values)).isEqualTo("cause cause-missing");
        assertThat(refused(number, values, "cause2", "ILLNESS")).isEqualTo("cause cause-main");
        assertThat(refused(number, values, "cause", "ILLNESS", "cause2", "ILLNESS"))
                .isEqualTo("cause2 cause-twice");
        assertThat(refused(number, values, "cause", "'; drop table x --")).isEqualTo("cause choice");
        long household = as(Role.COUNTY_OFFICER, () -> cases.get(number)).household();
        try (Browser browser = new Browser(port)) {
            Page approver = browser.signIn(
                    accounts.create(
                            "c-" + UUID.randomUUID().toString().substring(0, 12),
                            "何清秋",
                            Role.COUNTY_APPROVER,
                            new Area(COUNTY)),
                    1366);
            approver.navigate(browser.address("/cases/" + number));
            for (Locator item : approver.locator("ol.dec li").all()) {
                if (item.innerText().contains("要人决定")) {
                    item.locator("input[value=REFUSED]").check();
                    item.locator("input[name^='reason.']").fill("没有申请");
                } else {
                    item.locator("input[value=AGREE]").check();
                }
            }
            approver.fill("[name=opinion]", "同意。");
            approver.locator("form[enctype] button[type=submit]").click();
            assertThat(approver.locator("#problems")).containsText("请选主要原因");
            approver.selectOption("[name=cause]", "DISABILITY");
            approver.selectOption("[name=cause2]", "LABOUR");
            browser.keep(approver, "decision-causes");
            assertThat(Browser.barriers(approver)).isEmpty();
            approver.locator("form[enctype] button[type=submit]").click();
            assertThat(approver.locator("#work")).hasText("送达决定书");
            assertThat(approver.locator("main")).containsText("因残");
            byte[] letter = approver.request()
                    .get(browser.address("/cases/" + number + "/letter.pdf"))
                    .body();
            try (PDDocument document = Loader.loadPDF(letter)) {
                assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                        .contains("致贫原因：因残、缺劳力");
            }
            browser.look(approver, household);
            assertThat(approver.locator("main")).containsText("因残");
            browser.keep(approver, "household-causes");
            assertThat(browser.complaints()).isEmpty();
        }
        PovertyRegister.Standing standing =
                as(Role.COUNTY_OFFICER, () -> register.history(household)).get(0);
        assertThat(standing.cause()).isEqualTo("因残");
        assertThat(standing.otherCauses()).isEqualTo(List.of("缺劳力"));
    }

    @Test
    @DisplayName("2.1-3 a cause that the register knows is not asked for again, and stays")
    void known() {
        String number = atDecision();
        Map<String, String> values = agreed(number, Role.COUNTY_APPROVER);
        values.put("cause3", "SCHOOLING");
        close(number, values);
        today.forward(40);
        long household = as(Role.COUNTY_OFFICER, () -> cases.get(number)).household();
        String next = as(Role.TOWNSHIP_CLERK, () -> cases.open(household));
        work(Role.TOWNSHIP_CLERK, next, accepted(next), Map.of());
        work(Role.COUNTY_OFFICER, next, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, next, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, next, meeting(today.date().toString(), 18, 15, 2), Map.of());
        Map<String, String> review = agreed(next, Role.TOWNSHIP_REVIEWER);
        review.put("verdict.REGISTER", "GRANTED");
        review.put("reason.REGISTER", "仍然困难");
        toDecision(next, review);
        Map<String, String> silent = agreed(next, Role.COUNTY_APPROVER);
        silent.remove("cause");
        close(next, silent);
        PovertyRegister.Standing standing =
                as(Role.COUNTY_OFFICER, () -> register.history(household)).get(0);
        assertThat(standing.cause()).isEqualTo("因病");
        assertThat(standing.otherCauses()).isEqualTo(List.of("因学"));
    }
}
