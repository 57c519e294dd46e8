package org.doudi.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
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
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Lists of departments: read, looked at, run, mended, handed in again. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class ImportPagesTest {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921107", "33");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final LocalDate DAY = LocalDate.of(2017, 6, 1);
    private static final String HEADER = "序号,户号,姓名,身份证号码,行政村,开始享受时间,户月保障金额\n";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Households households;

    @Autowired
    private ListImports imports;

    @Autowired
    private Rolls rolls;

    @Autowired
    private RegistryLoader loader;

    private OfficePages pages;

    @BeforeEach
    void load() {
        TOWNSHIP.load(loader, households);
        pages = new OfficePages(context);
    }

    private MockHttpServletResponse officer(RequestBuilder request) {
        return pages.ask(Role.COUNTY_OFFICER, TOWNSHIP.code(), request);
    }

    private MockHttpServletResponse send(String list, String name, byte[] bytes) {
        return officer(multipart("/imports")
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .param("list", list));
    }

    private long sent(String list, String name, byte[] bytes) {
        String location = send(list, name, bytes).getRedirectedUrl();
        assertThat(location).matches("/imports/\\d+");
        return Long.parseLong(String.valueOf(location).substring("/imports/".length()));
    }

    private ListImports.View view(long id) {
        return RegistryFixture.as(Role.COUNTY_OFFICER, TOWNSHIP.code(), () -> imports.get(id));
    }

    private void run(long id) {
        ListImports.View view = view(id);
        var request =
                post("/imports/" + id + "/run").param("day", DAY.toString()).param("do", "run");
        for (Map.Entry<ListColumn, Integer> column : view.columns().entrySet()) {
            request = request.param("col-" + column.getValue(), column.getKey().name());
        }
        assertThat(officer(request).getRedirectedUrl()).isEqualTo("/imports/" + id);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> view(id).state() == State.DONE);
    }

    /** Name and id number of the first person of a household. */
    private static String[] head(int household) {
        for (String row : TOWNSHIP.persons()) {
            String[] cells = row.split(",", -1);
            if (cells[1].equals(TOWNSHIP.number(household)) && cells[7].equals("户主")) {
                return new String[] {cells[3], cells[4]};
            }
        }
        throw new IllegalStateException();
    }

    private static String row(int n, String name, String idNumber, String amount) {
        return n + ",X" + n + "," + name + "," + idNumber + "," + TOWNSHIP.village() + ",2017-05," + amount + "\n";
    }

    private List<RollEntry> dibao(int household) {
        long id = TOWNSHIP.id(households, household);
        return TOWNSHIP.as(() -> rolls.of(id, LocalDate.of(2017, 6, 20))).stream()
                .filter(e -> e.roll() == Roll.DIBAO)
                .toList();
    }

    @Test
    @DisplayName("a list is read, looked at, run; wrong rows come back as a file, are mended and sent again;"
            + " doubtful rows wait for people and are never written before")
    void throughAndAgain() throws IOException {
        String[] a = head(11);
        String[] b = head(12);
        String[] c = head(13);
        byte[] list = (HEADER
                        + row(1, a[0], a[1], "310.00")
                        + row(2, "生" + b[0], b[1].substring(0, 17) + "？", "200")
                        + row(3, "别的人", c[1], "150")
                        + row(4, "=cmd|' /C calc'!A0", "", "99")
                        + row(5, a[0], a[1], "999"))
                .getBytes(GB18030);
        long id = sent("DIBAO", "低保6月.csv", list);
        String page = OfficePages.html(officer(get("/imports/" + id)));
        assertThat(page).contains("每一列是什么", "会怎样", a[0], "身份证号不对").doesNotContain("??", "style=\"");
        assertThat(dibao(11)).isEmpty();

        run(id);
        ListImports.View done = view(id);
        assertThat(done.count(RowState.ENTERED)).isEqualTo(1);
        assertThat(done.count(RowState.HELD)).isEqualTo(1);
        assertThat(done.count(RowState.WRONG)).isEqualTo(3);
        assertThat(dibao(11))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(310_00));
        assertThat(dibao(13)).isEmpty();
        assertThat(sent("DIBAO", "又一次.csv", list)).as("the same file").isEqualTo(id);

        MockHttpServletResponse xlsx = officer(get("/imports/" + id + "/errors.xlsx"));
        MockHttpServletResponse csv = officer(get("/imports/" + id + "/errors.csv"));
        assertThat(xlsx.getContentAsByteArray()).startsWith('P', 'K');
        String errors = new String(csv.getContentAsByteArray(), GB18030);
        assertThat(errors).contains("户月保障金额,问题", "'=cmd", "身份证号不对", "和同一户前面的行说得不一样");
        String mended =
                errors.replaceAll("[^,]{17}？", b[1]).replace("生" + b[0], b[0]).replaceAll("(?m)^5,.*\\n", "");
        long again = sent("DIBAO", "低保6月-改.csv", mended.getBytes(GB18030));
        run(again);
        assertThat(view(again).count(RowState.ENTERED)).isEqualTo(1);
        assertThat(dibao(12))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(200_00));

        String held = OfficePages.html(officer(get("/imports/" + id + "/held")));
        assertThat(held).contains("别的人", c[0], "身份证号对得上，姓名不一样", "都不是").doesNotContain("??");
        String way = held.replaceAll("(?s).*(/imports/\\d+/rows/\\d+).*", "$1");
        String person = held.replaceAll("(?s).*name=\"person\" required value=\"(\\d+)\".*", "$1");
        assertThat(officer(post(way).param("person", "1")).getStatus()).isEqualTo(404);
        assertThat(officer(post(way).param("person", "x")).getStatus()).isEqualTo(422);
        assertThat(officer(post(way).param("person", person)).getRedirectedUrl())
                .isEqualTo("/imports/" + id + "/held");
        assertThat(dibao(13))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(150_00));
        assertThat(officer(post(way).param("person", person)).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("who is not in a whole list leaves the roll only when somebody says so")
    void leave() {
        for (int n : List.of(21, 22)) {
            long household = TOWNSHIP.id(households, n);
            TOWNSHIP.as(() -> {
                rolls.enter(
                        household,
                        RollEntry.dibao(LocalDate.of(2017, 1, 1), 100_00),
                        LocalDate.of(2017, 1, 1),
                        "试",
                        "试");
                return household;
            });
        }
        String[] a = head(21);
        long id = sent("DIBAO", "全.csv", (HEADER + row(1, a[0], a[1], "100")).getBytes(StandardCharsets.UTF_8));
        run(id);
        assertThat(dibao(22)).hasSize(1);
        assertThat(OfficePages.html(officer(get("/imports/" + id)))).contains("现在在册、名单上没有");
        assertThat(officer(post("/imports/" + id + "/leave")).getStatus()).isEqualTo(422);
        assertThat(dibao(22)).hasSize(1);
        assertThat(officer(post("/imports/" + id + "/leave").param("sure", "true"))
                        .getRedirectedUrl())
                .isEqualTo("/imports/" + id);
        assertThat(dibao(22)).isEmpty();
        assertThat(dibao(21)).hasSize(1);
        assertThat(officer(post("/imports/" + id + "/leave").param("sure", "true"))
                        .getStatus())
                .isEqualTo(409);
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(nothing);
            }
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName(
            "hostile and broken files are told in words: empty, a zip bomb, an old workbook, a giant cell, open quotes, no list")
    void hostile() throws IOException {
        Map<String, byte[]> files = Map.of(
                "文件是空的", new byte[0],
                "大得不正常", bomb(),
                "旧式 Excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2},
                "完好的 xlsx", new byte[] {'P', 'K', 3, 4, 9, 9, 9},
                "没有找到表头", "a\nb\nc\n".getBytes(StandardCharsets.UTF_8));
        files.forEach((said, bytes) -> {
            MockHttpServletResponse refused = send("TEKUN", "x", bytes);
            assertThat(refused.getStatus()).as(said).isEqualTo(422);
            assertThat(OfficePages.html(refused)).contains(said);
        });
        assertThat(send("REGISTER", "x.csv", HEADER.getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .as("another department's list")
                .isEqualTo(422);
        String[] a = head(30);
        String broken = "姓名,身份证号\n" + "大".repeat(3 << 20) + ",1\n\"没有配对,2\n" + a[0] + "," + a[1] + "\n";
        long id = sent("TEKUN", "坏.csv", broken.getBytes(StandardCharsets.UTF_8));
        run(id);
        assertThat(view(id).count(RowState.WRONG)).isEqualTo(2);
        assertThat(view(id).count(RowState.ENTERED)).isEqualTo(1);
    }

    @Test
    @DisplayName("columns with headers of one's own are told once and remembered; what is missing is said")
    void columns() {
        String[] a = head(31);
        long id = sent(
                "PREFERENTIAL",
                "优抚1.csv",
                ("谁,号,组\n" + a[0] + "," + a[1] + ",1\n丙,丁,2\n").getBytes(StandardCharsets.UTF_8));
        assertThat(view(id).columns()).isEmpty();
        assertThat(OfficePages.html(officer(get("/imports/" + id))))
                .as("what a column can mean, on a list of this kind")
                .contains("value=\"SINCE\"")
                .doesNotContain("value=\"CATEGORY\"", "value=\"LIFTED_ON\"");
        MockHttpServletResponse missing = officer(
                post("/imports/" + id + "/run").param("day", DAY.toString()).param("do", "run"));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(OfficePages.html(missing)).contains("还没有指定“姓名”是哪一列");
        officer(post("/imports/" + id + "/run")
                .param("day", DAY.toString())
                .param("do", "run")
                .param("col-0", "NAME")
                .param("col-1", "ID_NUMBER"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> view(id).state() == State.DONE);
        assertThat(view(id).count(RowState.ENTERED)).isEqualTo(1);
        long second = sent(
                "PREFERENTIAL", "优抚2.csv", ("谁,号,组\n" + a[0] + "," + a[1] + ",1\n").getBytes(StandardCharsets.UTF_8));
        assertThat(view(second).columns()).containsEntry(ListColumn.NAME, 0);
        run(second);
        assertThat(view(second).count(RowState.ALREADY)).isEqualTo(1);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (String path : List.of("/imports", "/imports/" + id, "/imports/" + id + "/held")) {
                assertThat(OfficePages.html(officer(get(path).locale(locale)))).doesNotContain("??");
            }
        }
    }

    @Test
    @DisplayName("the poverty office's list brings cause and attribute along, and the household is assessed with them")
    void register() {
        String[] a = head(33);
        byte[] list = ("姓名,证件号码,贫困户属性,主要致贫原因\n" + a[0] + "," + a[1] + ",低保贫困户,因病\n").getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse response = pages.ask(
                Role.POVERTY_OFFICER,
                TOWNSHIP.code(),
                multipart("/imports")
                        .file(new MockMultipartFile("file", "贫困.csv", "text/csv", list))
                        .param("list", "REGISTER"));
        long id = Long.parseLong(String.valueOf(response.getRedirectedUrl()).substring("/imports/".length()));
        RegistryFixture.as(Role.POVERTY_OFFICER, TOWNSHIP.code(), () -> {
            imports.run(id, imports.get(id).columns(), DAY);
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> imports.get(id).done() == 1);
            return id;
        });
        long household = TOWNSHIP.id(households, 33);
        assertThat(TOWNSHIP.as(() -> households.record(household, LocalDate.of(2017, 6, 20), Instant.now()))
                        .rolls()
                        .register())
                .isNotNull();
    }

    @Test
    @DisplayName("another department, another area and another role see nothing of a list")
    void others() {
        String[] a = head(32);
        long id = sent("TEKUN", "特困.csv", ("姓名,身份证号\n" + a[0] + "," + a[1] + "\n").getBytes(StandardCharsets.UTF_8));
        List<MockHttpServletResponse> answers = new ArrayList<>();
        for (String path : List.of("", "/progress", "/held", "/errors.csv", "/errors.xlsx")) {
            answers.add(pages.ask(Role.POVERTY_OFFICER, TOWNSHIP.code(), get("/imports/" + id + path)));
            answers.add(pages.ask(Role.COUNTY_OFFICER, "210921108", get("/imports/" + id + path)));
            answers.add(pages.ask(Role.TOWNSHIP_CLERK, TOWNSHIP.code(), get("/imports/" + id + path)));
        }
        for (String path : List.of("/run", "/leave", "/rows/1")) {
            answers.add(pages.ask(
                    Role.POVERTY_OFFICER,
                    TOWNSHIP.code(),
                    post("/imports/" + id + path).param("person", "1")));
        }
        assertThat(answers).allSatisfy(r -> assertThat(r.getStatus()).isEqualTo(404));
    }
}
