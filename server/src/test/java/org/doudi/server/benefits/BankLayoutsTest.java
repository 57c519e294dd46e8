package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.BankLayout;
import org.doudi.server.benefits.files.BankLayouts;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.PaymentFiles;
import org.doudi.server.benefits.files.SealedFile;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A county that pays through several banks, each with a file of its own. */
class BankLayoutsTest extends MoneyPages {
    private static final LocalDate MONTH = LocalDate.of(2021, 1, 1);
    private static final String UNION =
            "encoding=GB18030\nseparator=|\nheader={payer}|{count}|{sum}\nrow={reference}|{holder:20}|{fen:012}\n";

    @Autowired
    private BankLayouts layouts;

    @Autowired
    private PaymentFiles files;

    private Run funded(LocalDate month) {
        Run drafted = draft(month);
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), key()));
        return as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
    }

    private Run let(Run funded) {
        Officer second = new Officer(new OfficerId(3000), "f2", "f2", Role.FINANCE_OFFICER, new Area(COUNTY));
        return Scope.as(second, () -> runs.release(funded.id(), funded.version(), key()));
    }

    private void choose(Run run, @Nullable Long layout) {
        as(Role.FINANCE_OFFICER, () -> {
            layouts.choose(run.id(), layout);
            return run;
        });
    }

    private SealedFile file(Run run) {
        return as(Role.FINANCE_OFFICER, () -> files.of(run.id())).orElseThrow();
    }

    private String text(Run run, Charset charset) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        as(Role.FINANCE_OFFICER, () -> {
            files.write(run.id(), out);
            return run;
        });
        return out.toString(charset);
    }

    private BankLayout named(String name) {
        return as(Role.FINANCE_OFFICER, layouts::all).stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Cause cause, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.why()).isEqualTo(cause));
    }

    private static void fill(Page page, String name, String layout) {
        page.locator("#name").fill(name);
        page.check("[name=format][value=LAYOUT]");
        page.locator("#layout").fill(layout);
    }

    private void entered(Browser browser) {
        Page one = desk(browser, Role.FINANCE_OFFICER);
        one.navigate(browser.address("/banks"));
        noBarriers(one);
        fill(one, "县农信社", "encoding=GB18030\nrow={nothing}\n");
        press(one, "看样张");
        assertThat(one.locator("#file-problems")).isVisible();
        fill(one, "县农信社", UNION);
        one.locator("#from").fill("2017-01-01");
        press(one, "看样张");
        assertThat(one.locator("#smp ~ *, .card pre").last()).containsText("000000031000");
        browser.keep(one, "banks-sample");
        noBarriers(one);
        press(one, "登记，等人启用");
        assertThat(one.locator("main")).containsText("等人启用");
        assertThat(one.locator("main button")).not().containsText(new String[] {"和银行的一致"});
        one.locator("#name").fill("省行");
        one.check("[name=format][value=ISO]");
        press(one, "登记，等人启用");
        Page two = desk(browser, Role.FINANCE_OFFICER);
        two.navigate(browser.address("/banks"));
        press(two, "和银行的一致，启用");
        press(two, "和银行的一致，启用");
        assertThat(two.locator("main")).containsText("到那天停用");
        browser.keep(two, "banks");
        noBarriers(two);
    }

    @Test
    @DisplayName(
            "2.1-1 a bank's layout is entered, tried and put in force by two persons; finance chooses one for a run, the"
                    + " next begins with it, and each sealed file says its bank")
    void banks() {
        deposit(1_000_000_000);
        long family = household();
        grant(family, Aid.DIBAO, 12_345, MONTH, null);
        account(family);
        try (Browser browser = new Browser(port)) {
            entered(browser);
            Run first = funded(MONTH);
            Page finance = desk(browser, Role.FINANCE_OFFICER);
            finance.navigate(browser.address("/runs/" + first.id()));
            finance.selectOption("#layout", Long.toString(named("县农信社").id()));
            press(finance, "按这家");
            assertThat(finance.locator("#work ~ .b, .hands-run")).containsText("县农信社");
            browser.keep(finance, "run-bank");
            noBarriers(finance);
            let(first);
            assertThat(file(first).bank()).isEqualTo("县农信社");
            assertThat(text(first, Charset.forName("GB18030"))).contains("000000012345\r\n");
            refused(Cause.NOT_NOW, () -> choose(first, null));
            finance.navigate(browser.address("/runs/" + first.id() + "/bank"));
            assertThat(finance.locator("main")).containsText("县农信社 · 银行约定的格式");
            assertThat(browser.complaints()).isEmpty();
        }
        Run second = let(funded(MONTH.plusMonths(1)));
        assertThat(file(second).bank()).as("as the last time").isEqualTo("县农信社");

        Run third = funded(MONTH.plusMonths(2));
        refused(Cause.NO_RUN, () -> choose(third, 999_999L));
        choose(third, named("省行").id());
        let(third);
        assertThat(file(third).bank()).isEqualTo("省行");
        assertThat(text(third, StandardCharsets.UTF_8)).contains("pain.001.001.09");

        Run fourth = funded(MONTH.plusMonths(3));
        choose(fourth, named("县农信社").id());
        as(Role.FINANCE_OFFICER, () -> {
            layouts.end(named("县农信社").id(), today.date());
            return fourth;
        });
        sql(() -> jdbc.sql("update benefits.bank_layout set valid_until = ? where id = ?")
                .params(today.date().minusDays(1), named("县农信社").id())
                .update());
        assertThatThrownBy(() -> let(fourth))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.why()).isEqualTo(FileRefused.Cause.LAYOUT));
        assertThat(as(Role.FINANCE_OFFICER, () -> runs.get(fourth.id())).state())
                .isEqualTo(Run.State.FUNDED);
        choose(fourth, null);
        let(fourth);
        assertThat(file(fourth).bank()).isNull();
    }
}
