package org.doudi.server.registry;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.doudi.server.TestDatabase;
import org.doudi.server.browser.Browser;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** Households with their members come in as a list, each whole or not at all. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class HouseholdListsTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921115", "48");
    private static final String VILLAGE = TOWNSHIP.village();
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);
    private static final String HEADER = "户号,姓名,身份证号,性别,出生日期,与户主关系,行政村代码,家庭住址,联系电话\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Households households;

    @Autowired
    private ListImports imports;

    @Autowired
    private Accounts accounts;

    @Autowired
    private RegistryLoader loader;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
    }

    /** A made-up number of a person born on that day. */
    private static String number(String birth, int serial) {
        return NewPerson.checked("412903" + birth + "%03d".formatted(serial));
    }

    private static String row(String key, String name, String number, String relation) {
        return key + "," + name + "," + number + ",,," + relation + "," + VILLAGE + ",村东 3 号,13800000000\n";
    }

    private SentLists lists() {
        return new SentLists(imports, Role.COUNTY_OFFICER, TOWNSHIP.code());
    }

    private <T> T office(Supplier<T> work) {
        return lists().office(work);
    }

    private ListImports.View sent(String text) {
        return lists().sent(ListKind.HOUSEHOLDS, DAY, text);
    }

    private Map<Integer, Problem> problems(long id, RowState state) {
        Map<Integer, Problem> problems = new HashMap<>();
        office(() -> imports.rows(id, state, 0, 100)).forEach(r -> problems.put(r.line(), r.problem()));
        return problems;
    }

    private List<Hit> found(String number) {
        return office(() -> households.search(new SearchQuery(number, "核对")));
    }

    @Test
    @DisplayName("2.4-9 a household of a list enters whole, with head, relations, sex and birth from the number,"
            + " and sent again it is there already")
    void enters() {
        String head = number("19610302", 11);
        String wife = number("19630817", 22);
        String son = number("20170610", 31);
        String list = HEADER
                + "7,乌云,"
                + wife
                + ",女,1963-08,妻,"
                + VILLAGE
                + ",,\n"
                + "7,白长山,"
                + head
                + ",男,1961-03-02,户主,"
                + VILLAGE
                + ",村西 1 号,13800000001\n"
                + "7,白小满,"
                + son
                + ",,,长子,"
                + VILLAGE
                + ",,\n";
        ListImports.View done = sent(list);
        assertThat(done.count(RowState.ENTERED)).isEqualTo(3);
        Hit hit = found(head).get(0);
        HouseholdView view = TOWNSHIP.as(() -> households.get(hit.household()));
        assertThat(view.headName()).isEqualTo("白长山");
        assertThat(view.address()).isEqualTo("村西 1 号");
        assertThat(view.members())
                .extracting(m -> m.name() + m.relation() + m.sex())
                .containsExactly("白长山户主MALE", "乌云配偶FEMALE", "白小满子MALE");
        assertThat(TOWNSHIP.as(
                        () -> households.assess(hit.household(), LocalDate.of(2017, 6, 20), java.time.Instant.now())))
                .isNotNull();
        ListImports.View again = sent(list.replace("村西 1 号", "村西 1 号 "));
        assertThat(again.count(RowState.ALREADY)).isEqualTo(3);
        assertThat(found(head)).hasSize(1);
    }

    @Test
    @DisplayName("2.4-9 a household with a row that is wrong is not written at all, and comes back whole to be mended;"
            + " nobody who is known is doubled")
    void heldWhole() {
        String a = number("19700101", 41);
        String b = number("19720101", 42);
        String c = number("19740101", 43);
        String d = number("19760101", 44);
        String known = TOWNSHIP.persons().get(1).split(",", -1)[4];
        String knownName = TOWNSHIP.persons().get(1).split(",", -1)[3];
        ListImports.View done = sent(HEADER
                + row("1", "赵一山", a, "户主")
                + row("1", "赵二水", number("19990101", 45).substring(0, 17) + "?", "长女")
                + row("2", "钱一山", b, "配偶")
                + row("3", "孙一山", c, "户主")
                + row("3", knownName, known, "其他")
                + row("4", "李一山", d, "户主")
                + row("4", "李二水", d, "配偶")
                + row("5", "周一山", number("19780101", 46), "户主").replace(VILLAGE, "220101001001")
                + row("6", "吴一山", number("19780101", 47), "户主").replace(",,,", ",女,,")
                + row("7", "郑一山", number("19780101", 48), "户主").replace(",,,", ",,1978-01-02,")
                + row("8", "王一山", number("19780101", 49), "表叔")
                + row("", "冯一山", number("19780101", 50), "户主")
                + row("9", "陈一山", number("19780101", 51), "户主"));
        assertThat(done.count(RowState.ENTERED)).isEqualTo(1);
        assertThat(problems(done.id(), RowState.WRONG))
                .containsEntry(2, Problem.HOUSEHOLD_HELD)
                .containsEntry(3, Problem.BAD_NUMBER)
                .containsEntry(4, Problem.NO_HEAD)
                .containsEntry(5, Problem.HOUSEHOLD_HELD)
                .containsEntry(6, Problem.KNOWN_MEMBER)
                .containsEntry(7, Problem.TWICE_IN_LIST)
                .containsEntry(8, Problem.TWICE_IN_LIST)
                .containsEntry(9, Problem.NO_VILLAGE)
                .containsEntry(10, Problem.SEX_DIFFERS)
                .containsEntry(11, Problem.BIRTH_DIFFERS)
                .containsEntry(12, Problem.NO_RELATION)
                .containsEntry(13, Problem.NO_HOUSEHOLD_KEY);
        for (String number : List.of(a, b, c, d)) {
            assertThat(found(number)).isEmpty();
        }
        assertThat(found(known)).hasSize(1);
        ListImports.View mended =
                sent(HEADER + row("1", "赵一山", a, "户主") + row("1", "赵二水", number("19990101", 45), "长女"));
        assertThat(mended.count(RowState.ENTERED)).isEqualTo(2);
        assertThat(found(a)).hasSize(1);
    }

    @Test
    @DisplayName(
            "2.4-9 a namesake who was born on the same day holds the whole household until somebody says who it is")
    void doubtful() {
        String[] known = TOWNSHIP.persons().stream()
                .skip(5)
                .map(r -> r.split(",", -1))
                .findFirst()
                .orElseThrow();
        String born = known[6].replace("-", "");
        String head = number("19690101", 61);
        ListImports.View done = sent(HEADER + row("1", "褚一山", head, "户主") + row("1", known[3], number(born, 63), "其他"));
        assertThat(done.count(RowState.HELD)).isEqualTo(1);
        assertThat(done.count(RowState.WAITS)).isEqualTo(1);
        assertThat(found(head)).isEmpty();
        ListImports.Row held =
                office(() -> imports.rows(done.id(), RowState.HELD, 0, 10)).get(0);
        assertThat(held.candidates()).isNotEmpty();
        office(() -> {
            imports.decide(done.id(), held.id(), null);
            return held;
        });
        assertThat(office(() -> imports.get(done.id())).count(RowState.ENTERED)).isEqualTo(2);
        assertThat(found(head)).hasSize(1);
        assertThat(office(() -> imports.reopen(done.id(), held.id(), null, List.of())))
                .as("who was founded by it is corrected on the household's page")
                .isEqualTo(ListImports.Reopened.HOUSEHOLD_LIST);
        assertThat(found(head)).hasSize(1);

        String other = number("19690202", 64);
        ListImports.View second =
                sent(HEADER + row("1", "卫一山", other, "户主") + row("1", known[3], number(born, 65), "其他"));
        ListImports.Row doubt =
                office(() -> imports.rows(second.id(), RowState.HELD, 0, 10)).get(0);
        office(() -> {
            imports.decide(second.id(), doubt.id(), doubt.candidates().get(0).person());
            return doubt;
        });
        assertThat(problems(second.id(), RowState.WRONG).values())
                .containsExactlyInAnyOrder(Problem.KNOWN_MEMBER, Problem.HOUSEHOLD_HELD);
        assertThat(found(other)).isEmpty();
    }

    @Test
    @DisplayName("2.4-9 many households, whose rows do not stand together, each enter once and whole")
    void many() {
        StringBuilder list = new StringBuilder(HEADER);
        for (int member = 0; member < 3; member++) {
            for (int n = 0; n < 450; n++) {
                String born = LocalDate.of(1950 + member * 20, 1, 1)
                        .plusDays(n)
                        .toString()
                        .replace("-", "");
                list.append(
                        row("K" + n, "户人" + n + "之" + member, number(born, 71 + member), member == 0 ? "户主" : "其他"));
            }
        }
        ListImports.View done = sent(list.toString());
        assertThat(done.count(RowState.ENTERED)).isEqualTo(1350);
        Hit one = found(number("19500111", 71)).get(0);
        assertThat(TOWNSHIP.as(() -> households.get(one.household())).members().stream()
                        .map(MemberView::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("户人10之0 户人10之1 户人10之2");
    }

    @Test
    @DisplayName("the office sees in the browser what would become of a list of households, and what became of it")
    void browser() {
        String list = HEADER
                + row("1", "蒋一山", number("19660101", 81), "户主")
                + row("1", "蒋二水", number("19680101", 82), "妻")
                + row("2", "沈一山", number("19660101", 83), "户主")
                + row("2", "沈二水", number("19680101", 84), "户主");
        try (Browser browser = new Browser(port)) {
            Page page = browser.signIn(
                    accounts.create(
                            "h-" + UUID.randomUUID().toString().substring(0, 12),
                            "林晓雨",
                            Role.COUNTY_OFFICER,
                            new Area(TOWNSHIP.code())),
                    1366);
            page.navigate(browser.address("/imports"));
            page.selectOption("[name=list]", "HOUSEHOLDS");
            page.locator("[name=file]")
                    .setInputFiles(new FilePayload("新户.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main")).containsText("这一户有两个户主");
            page.locator("[name=day]").fill(DAY.toString());
            browser.keep(page, "households-preview");
            assertThat(Browser.barriers(page)).isEmpty();
            page.locator("button[value=run]").click();
            assertThat(page.locator("#progress")).containsText("改好了再交");
            browser.keep(page, "households-done");
            assertThat(Browser.barriers(page)).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
        assertThat(found(number("19660101", 81))).hasSize(1);
        assertThat(found(number("19660101", 83))).isEmpty();
    }
}
