package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListImports.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.context.WebApplicationContext;

/** Lists that tell facts: certificates, income, property, and what no rule of the law looks at. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ImportFactsTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921113", "46");
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);
    private static final LocalDate TODAY = LocalDate.of(2017, 6, 20);

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private ListImports imports;

    @Autowired
    private Facts facts;

    @Autowired
    private RegistryLoader loader;

    private OfficePages pages;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
        pages = new OfficePages(context);
    }

    private long sent(Role role, String list, String text) {
        MockHttpServletResponse response = pages.ask(
                role,
                TOWNSHIP.code(),
                multipart("/imports")
                        .file(new MockMultipartFile(
                                "file", "名单.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                        .param("list", list));
        assertThat(response.getRedirectedUrl()).matches("/imports/\\d+");
        return Long.parseLong(String.valueOf(response.getRedirectedUrl()).substring("/imports/".length()));
    }

    private ListImports.View view(Role role, long id) {
        return RegistryFixture.as(role, TOWNSHIP.code(), () -> imports.get(id));
    }

    private ListImports.View run(Role role, String list, String text) {
        long id = sent(role, list, text);
        var request =
                post("/imports/" + id + "/run").param("day", DAY.toString()).param("do", "run");
        for (Map.Entry<ListColumn, Integer> column : view(role, id).columns().entrySet()) {
            request = request.param("col-" + column.getValue(), column.getKey().name());
        }
        assertThat(pages.ask(role, TOWNSHIP.code(), request).getRedirectedUrl()).isEqualTo("/imports/" + id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> view(role, id).state() == State.DONE);
        return view(role, id);
    }

    /** Name, id number and number in the household of its head. */
    private static String[] head(int household) {
        for (String row : TOWNSHIP.persons()) {
            String[] cells = row.split(",", -1);
            if (cells[1].equals(TOWNSHIP.number(household)) && cells[7].equals("户主")) {
                return new String[] {cells[3], cells[4]};
            }
        }
        throw new IllegalStateException();
    }

    private Household record(int household, LocalDate day) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> households.record(id, day, Instant.now()));
    }

    private String headNumber(int household) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> households.get(id)).members().stream()
                .filter(m -> m.name().equals(head(household)[0]))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private Member member(int household, LocalDate day) {
        String number = headNumber(household);
        return record(household, day).members().stream()
                .filter(m -> m.memberId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private int known(int household) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> facts.history(id)).size();
    }

    private void withoutCertificate(int household) {
        long id = TOWNSHIP.id(households, household);
        Member member = member(household, TODAY);
        long person = TOWNSHIP.as(() -> households.get(id)).members().stream()
                .filter(m -> m.number().equals(member.memberId()))
                .findFirst()
                .orElseThrow()
                .person();
        TOWNSHIP.as(() -> {
            facts.record(
                    new FactChange(
                            id,
                            person,
                            new FactContent.Person(
                                    member.toBuilder().disability(null).build()),
                            LocalDate.of(2017, 1, 1),
                            null,
                            "试"),
                    "试");
            return id;
        });
    }

    @Test
    @DisplayName(
            "2.4-8 a list of certificates writes category, grade and first day into the record, in words or by the certificate's number,"
                    + " and the same again writes nothing")
    void certificates() {
        Role role = Role.DISABLED_FEDERATION_OFFICER;
        for (int n : List.of(1, 2, 3)) {
            withoutCertificate(n);
        }
        String header = "残疾人姓名,残疾人证号,残疾类别,残疾等级,认定时间\n";
        String rows = head(1)[0] + "," + head(1)[1] + ",肢体残疾,二级,2017-03-05\n"
                + head(2)[0] + "," + head(2)[1] + "71,,,2017-06-01\n"
                + head(3)[0] + "," + head(3)[1] + ",肢体,九级,2017-03-05\n";
        ListImports.View done = run(role, "DISABILITY", header + rows);
        assertThat(done.count(RowState.ENTERED)).isEqualTo(2);
        assertThat(done.count(RowState.WRONG)).isEqualTo(1);
        Disability limb = new Disability(DisabilityCategory.LIMB, 2);
        assertThat(member(1, TODAY).disability()).isEqualTo(limb);
        assertThat(member(1, LocalDate.of(2017, 3, 5)).disability()).isEqualTo(limb);
        assertThat(member(1, LocalDate.of(2017, 3, 4)).disability()).isNull();
        assertThat(member(2, TODAY).disability()).isEqualTo(new Disability(DisabilityCategory.MULTIPLE, 1));
        assertThat(member(3, TODAY).disability()).isNull();
        int known = known(1);
        // the same rows in another file
        ListImports.View again = run(role, "DISABILITY", header + rows + "\n");
        assertThat(again.count(RowState.ALREADY)).isEqualTo(2);
        assertThat(known(1)).isEqualTo(known);
        // a new grade holds from the day of the new list, and the old one before it
        run(role, "DISABILITY", header + head(1)[0] + "," + head(1)[1] + ",肢体,一级,2017-03-05\n");
        assertThat(member(1, DAY).disability()).isEqualTo(new Disability(DisabilityCategory.LIMB, 1));
        assertThat(member(1, DAY.minusDays(1)).disability()).isEqualTo(limb);
        String errors = new String(
                pages.ask(role, TOWNSHIP.code(), get("/imports/" + done.id() + "/errors.csv"))
                        .getContentAsByteArray(),
                Charset.forName("GB18030"));
        assertThat(errors).contains("残疾类别或者等级认不出", "九级");
    }

    @Test
    @DisplayName(
            "2.2-3 a list of income sets each item of each person from its day on, and leaves the other items; who says otherwise further down is told")
    void income() throws IOException {
        String number = headNumber(4);
        List<Long> farming = record(4, DAY).income().stream()
                .filter(e -> e.item() == IncomeItem.FARMING)
                .map(e -> e.fen())
                .toList();
        String header = "姓名,身份证号,收入项目,年收入\n";
        String who = head(4)[0] + "," + head(4)[1] + ",";
        String rows =
                who + "务工工资,12000\n" + who + "土地流转,350.50元\n" + who + "工资,13000\n" + who + "彩票,5\n" + who + "利息,-50\n";
        ListImports.View done = run(Role.COUNTY_OFFICER, "INCOME", header + rows);
        assertThat(done.count(RowState.ENTERED)).isEqualTo(2);
        assertThat(done.count(RowState.WRONG)).isEqualTo(3);
        assertThat(earned(4, number, IncomeItem.WAGE)).containsExactly(12_000_00L);
        assertThat(earned(4, number, IncomeItem.LAND_TRANSFER)).containsExactly(350_50L);
        assertThat(record(4, TODAY).income().stream()
                        .filter(e -> e.item() == IncomeItem.FARMING)
                        .map(e -> e.fen()))
                .containsExactlyElementsOf(farming);
        int known = known(4);
        ListImports.View again = run(Role.COUNTY_OFFICER, "INCOME", header + who + "工资,12000.00\n");
        assertThat(again.count(RowState.ALREADY)).isEqualTo(1);
        assertThat(known(4)).isEqualTo(known);
        // a doubtful row waits, and is written when somebody says whom it means
        ListImports.View doubtful = run(Role.COUNTY_OFFICER, "INCOME", header + "别的人," + head(5)[1] + ",租金,600\n");
        assertThat(doubtful.count(RowState.HELD)).isEqualTo(1);
        assertThat(earned(5, headNumber(5), IncomeItem.RENT)).doesNotContain(600_00L);
        String held = OfficePages.html(
                pages.ask(Role.COUNTY_OFFICER, TOWNSHIP.code(), get("/imports/" + doubtful.id() + "/held")));
        String way = held.replaceAll("(?s).*(/imports/\\d+/rows/\\d+).*", "$1");
        String person = held.replaceAll("(?s).*name=\"person\" required value=\"(\\d+)\".*", "$1");
        pages.ask(Role.COUNTY_OFFICER, TOWNSHIP.code(), post(way).param("person", person));
        assertThat(earned(5, headNumber(5), IncomeItem.RENT)).containsExactly(600_00L);
    }

    private List<Long> earned(int household, String number, IncomeItem item) {
        Household record = record(household, TODAY);
        return record.income().stream()
                .filter(e -> e.item() == item && record.memberId(e.member()).equals(number))
                .map(e -> e.fen())
                .toList();
    }

    @Test
    @DisplayName("2.2-2 a list of property sets what its columns tell and leaves the rest; it takes nobody off a roll")
    void property() {
        int houses = record(6, TODAY).assets().houses();
        ListImports.View done = run(
                Role.COUNTY_OFFICER,
                "PROPERTY",
                "姓名,身份证号,机动车数,存款,工商登记\n" + head(6)[0] + "," + head(6)[1] + ",2辆,8600.50,有\n" + head(7)[0] + ","
                        + head(7)[1] + ",,,\n" + head(8)[0] + "," + head(8)[1] + ",-1,,\n");
        assertThat(done.count(RowState.ENTERED)).isEqualTo(1);
        assertThat(done.count(RowState.WRONG)).isEqualTo(2);
        assertThat(record(6, TODAY).assets().cars()).isEqualTo(2);
        assertThat(record(6, TODAY).assets().financialFen()).isEqualTo(8_600_50L);
        assertThat(record(6, TODAY).assets().business()).isTrue();
        assertThat(record(6, TODAY).assets().houses()).isEqualTo(houses);
        assertThat(record(6, DAY.minusDays(1)).assets().cars()).isNotEqualTo(2);
        assertThat(done.list().canBeWhole()).isFalse();
        String page = OfficePages.html(pages.ask(Role.COUNTY_OFFICER, TOWNSHIP.code(), get("/imports/" + done.id())));
        assertThat(page).contains("财产名单").doesNotContain("??", "现在在册、名单上没有");
        assertThat(pages.ask(
                                Role.COUNTY_OFFICER,
                                TOWNSHIP.code(),
                                post("/imports/" + done.id() + "/leave").param("sure", "true"))
                        .getStatus())
                .isEqualTo(409);
    }

    private Circumstances beside(int household, LocalDate day) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> facts.circumstances(id, day, Instant.now()));
    }

    private static String who(int household) {
        return head(household)[0] + "," + head(household)[1];
    }

    private <T> T ofHead(int household, Map<Long, T> told) {
        assertThat(told).hasSize(1);
        long id = TOWNSHIP.id(households, household);
        assertThat(TOWNSHIP.as(() -> households.get(id))
                        .member(headNumber(household))
                        .person())
                .isIn(told.keySet());
        return told.values().iterator().next();
    }

    @Test
    @DisplayName(
            "2.4-9 lists of insurance, schooling and land set what they tell from their day on, once; what cannot be read comes back")
    void circumstances() {
        Role role = Role.POVERTY_OFFICER;
        String insurance = "姓名,身份证号,城乡居民基本医疗保险,职工医保,大病保险\n";
        run(role, "INSURANCE", insurance + who(11) + ",是,否,\n" + who(12) + ",未参加,有,是\n");
        assertThat(ofHead(11, beside(11, TODAY).insured())).isEqualTo(new FactContent.Insured(true, false, false));
        assertThat(ofHead(12, beside(12, TODAY).insured())).isEqualTo(new FactContent.Insured(false, true, true));
        assertThat(beside(11, DAY.minusDays(1)).insured()).isEmpty();

        ListImports.View taught = run(
                role,
                "SCHOOLING",
                "姓名,身份证号,文化程度,在校生状况,未上学原因\n" + who(11) + ",初中,中职二年级,\n" + who(12) + ",小学,非在校生,因病\n" + who(13)
                        + ",,火星,\n");
        assertThat(taught.count(RowState.WRONG)).isEqualTo(1);
        assertThat(ofHead(11, beside(11, TODAY).schooling()))
                .isEqualTo(new FactContent.Schooling(Education.JUNIOR, SchoolStage.VOCATIONAL, null));
        assertThat(ofHead(12, beside(12, TODAY).schooling()))
                .isEqualTo(new FactContent.Schooling(Education.PRIMARY, null, Absence.ILLNESS));
        // a list without a column for it leaves what was finished, and ends the rest
        run(role, "SCHOOLING", "姓名,身份证号,在校生状况\n" + who(11) + ",否\n");
        assertThat(ofHead(11, beside(11, TODAY).schooling()))
                .isEqualTo(new FactContent.Schooling(Education.JUNIOR, null, null));

        String land = "姓名,身份证号,耕地面积（亩）,林地面积\n";
        ListImports.View fields = run(
                role,
                "LAND",
                land + who(11) + ",5.5,120亩\n" + who(12) + ",-3,\n" + who(13) + ",三亩,\n" + who(14) + ",250,\n");
        assertThat(fields.count(RowState.ENTERED)).isEqualTo(2);
        assertThat(fields.count(RowState.WRONG)).isEqualTo(2);
        assertThat(beside(11, TODAY).land()).isEqualTo(new FactContent.Land(550, 12_000));
        assertThat(beside(14, TODAY).land()).isEqualTo(new FactContent.Land(25_000, 0));
        assertThat(run(role, "LAND", land + who(11) + ",5.50,120.00\n").count(RowState.ALREADY))
                .isEqualTo(1);
    }
}
