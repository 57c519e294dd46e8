package org.doudi.server.benefits;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doudi.server.benefits.Unpaid.Why;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Eligible, awarded, held and paid are separate facts; who is not paid is told with the reason, across an area. */
class UnpaidTest extends MoneyPages {
    private static final LocalDate MONTH = LocalDate.of(2018, 3, 1);

    @Autowired
    private UnpaidViews views;

    private long owed() {
        long household = household();
        grant(household, Aid.DIBAO, 20_000, MONTH, MONTH.plusMonths(1));
        return household;
    }

    private Map<Long, Why> whys(String place) {
        return as(Role.COUNTY_OFFICER, () -> views.export(place, MONTH, null)).stream()
                .filter(u -> u.aid() == Aid.DIBAO)
                .collect(Collectors.toMap(Unpaid::household, Unpaid::why));
    }

    private void onRoll(long household) {
        sql(() -> jdbc.sql("insert into registry.roll_entry (roll, household, village, content, valid_from, known_from,"
                        + " source) select 'DIBAO', id, village, '{\"monthlyYuan\": \"100.00\"}', ?, ?, 'test'"
                        + " from registry.household where id = ?")
                .params(MONTH.minusMonths(1), today.now().atOffset(ZoneOffset.UTC), household)
                .update());
    }

    @Test
    @DisplayName(
            "2.1-1 who is on the roll or awarded and not paid stands in one list with the reason, by township and as a"
                    + " file; who is paid does not")
    void reasons() {
        long waits = owed();
        account(waits);
        long noAccount = owed();
        long held = owed();
        account(held);
        sql(() -> jdbc.sql("insert into benefits.hold (village, household, from_month, reason, words, made_by, made_on)"
                        + " select village, id, ?, 'REVERIFY', '没有按时复核', 1, ? from registry.household where id = ?")
                .params(MONTH, today.date(), held)
                .update());
        long listed = household();
        onRoll(listed);
        Map<Long, Why> before = whys("");
        assertThat(before)
                .containsEntry(waits, Why.WAITS_FOR_RUN)
                .containsEntry(noAccount, Why.NO_ACCOUNT)
                .containsEntry(held, Why.HELD)
                .containsEntry(listed, Why.NOT_AWARDED);
        deposit(1_000_000_000);
        released(MONTH);
        Map<Long, Why> after = whys("");
        assertThat(after)
                .doesNotContainKey(waits)
                .containsEntry(noAccount, Why.NO_ACCOUNT)
                .containsEntry(held, Why.HELD);
        assertThat(whys(RegistryFixture.TOWNSHIP)).isEqualTo(after);
        assertThat(whys("210921101")).isEmpty();
        sql(() -> jdbc.sql("update benefits.transfer t set state = 'REJECTED', code = 'AC04' from benefits.line l"
                        + " where l.id = t.line and l.household = ? and l.month = ?")
                .params(waits, MONTH)
                .update());
        sql(() -> jdbc.sql("update benefits.line set state = 'REJECTED' where household = ? and month = ?")
                .params(waits, MONTH)
                .update());
        List<Unpaid> rejected = as(Role.COUNTY_OFFICER, () -> views.export("", MONTH, Why.REJECTED));
        assertThat(rejected)
                .filteredOn(u -> u.household() == waits)
                .singleElement()
                .satisfies(u -> assertThat(u.detail()).isEqualTo("AC04"));
        try (Browser browser = new Browser(port)) {
            Page officer = desk(browser, Role.COUNTY_OFFICER);
            officer.navigate(browser.address("/runs"));
            follow(officer, "该发没发的");
            officer.locator("#month").fill("2018-03");
            officer.locator("#place").selectOption(RegistryFixture.TOWNSHIP);
            press(officer, "找");
            assertThat(officer.locator("tbody")).containsText("AC04");
            browser.keep(officer, "unpaid");
            noBarriers(officer);
            onPhone(browser, officer, "unpaid-phone");
            byte[] csv = officer.request()
                    .get(browser.address("/unpaid/file?ending=CSV&month=2018-03&why=HELD"))
                    .body();
            assertThat(new String(csv, Charset.forName("GB18030"))).contains("户主", "没有按期复核");
            byte[] xlsx = officer.request()
                    .get(browser.address("/unpaid/file?month=2018-03"))
                    .body();
            assertThat(xlsx).startsWith('P', 'K');
            for (Map.Entry<String, Integer> asked : Map.of(
                            "/unpaid?place=210922",
                            404,
                            "/unpaid?why=NONE",
                            400,
                            "/unpaid?month=9999-01",
                            422,
                            "/unpaid/file?ending=EXE",
                            400)
                    .entrySet()) {
                assertThat(officer.request()
                                .get(browser.address(asked.getKey()))
                                .status())
                        .as(asked.getKey())
                        .isEqualTo(asked.getValue());
            }
            Page finance = desk(browser, Role.FINANCE_OFFICER);
            assertThat(finance.request().get(browser.address("/unpaid")).status())
                    .isEqualTo(404);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
