package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.doudi.cli.demodata.DemoFolder;
import org.doudi.cli.demodata.Scale;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.Progress;
import org.doudi.cli.reconcile.Overview;
import org.doudi.cli.reconcile.Reconciled;
import org.doudi.cli.reconcile.Reconciliation;
import org.doudi.cli.reconcile.ResultFiles;
import org.doudi.cli.reconcile.ResultTable;
import org.doudi.cli.reconcile.TruthCheck;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reconciliation on Spark against the same on one machine. */
@Tag("engine-cluster")
class ClusterReconcileTest {
    private static final Charset GBK = Charset.forName("GB18030");

    @TempDir
    private static Path temp;

    private static Path lists;
    private static Map<String, String> expected;
    private static String told;

    private final ClusterRun cluster = new ClusterRun();

    @BeforeAll
    static void lists() throws IOException {
        lists = temp.resolve("lists");
        DemoFolder.write(lists, Scale.SAMPLE, 2017, Progress.silent());
        spoil();
        expected = onOneMachine(lists, temp.resolve("one"));
        told = table(lists, temp.resolve("one"));
    }

    /** What made-up lists do not have: rows that cannot be used, and rows that are hard to bring together from parts. */
    private static void spoil() throws IOException {
        Path persons = lists.resolve("persons.csv");
        List<String> members = Files.readAllLines(persons);
        // a member far from the rest of the household, a row of nobody's household, a row that is broken, a cell over
        // two lines
        add(persons, StandardCharsets.UTF_8, "H-0000001-9,H-0000001,9,王远,,男,2001-01-01,子,210922100200,,\n");
        add(persons, StandardCharsets.UTF_8, "X-1,,1,王无户,,男,2001-01-01,子,210922100200,,\nx,\"broken\n");
        add(persons, StandardCharsets.UTF_8, "H-0000002-9,H-0000002,9,王远,,男,2001-01-01,子,210922100200,\"上\n街\",\n");
        Path dibao = lists.resolve("dibao.csv");
        // two cases of one number, an amount and a day that are none, and somebody twice whom no household holds
        add(dibao, GBK, "900,2210000001,王远,王远,,男,2001-01-01,户主,,210922100200,,2014-07,304.00,\n");
        add(dibao, GBK, "901,,欧阳陌,欧阳陌,,女,1950-02-03,户主,,210922100200,,昨天,三百,\n");
        add(dibao, GBK, "902,,欧阳陌,欧阳陌,,女,1950-02-03,户主,,210922100200,,2014-07,300.00,\n903,\"broken\n");
        add(dibao, GBK, nearRows(members));
        add(lists.resolve("allowances.csv"), StandardCharsets.UTF_8, "99,欧阳陌,,女,19500203,彰武镇,210922100200,70.00,0,\n");
        add(lists.resolve("certificates.csv"), charset("certificates.csv"), "\n\n");
        Path households = lists.resolve("households.jsonl");
        String first = Files.readAllLines(households).get(0);
        // a line that is none, and a household that is there twice
        add(households, StandardCharsets.UTF_8, "nonsense\n\n" + first + "\n");
        assertThat(members).hasSizeGreaterThan(5000);
    }

    /** Rows of households that are missing from the roll: of the same name, without the number, in the same village. */
    private static String nearRows(List<String> members) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String gap : Files.readAllLines(lists.resolve(TruthCheck.FILE))) {
            String household = gap.split(",", -1)[1];
            for (String member : members) {
                String[] cells = member.split(",", -1);
                if (gap.startsWith("MISSING_FROM_DIBAO") && cells[1].equals(household) && cells[2].equals("1")) {
                    rows.append("9,,%s,%s,,,,户主,,%s,,2014-07,300.00,%n".formatted(cells[3], cells[3], cells[8]));
                }
            }
        }
        return rows.toString();
    }

    /** The department's own program writes its list in its own encoding. */
    private static Charset charset(String file) throws IOException {
        try {
            Files.readString(lists.resolve(file));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return GBK;
        }
    }

    private static void add(Path file, Charset charset, String text) throws IOException {
        Files.write(file, text.getBytes(charset), StandardOpenOption.APPEND);
    }

    private static Map<String, String> onOneMachine(Path from, Path to) throws IOException {
        try (FreshFolder folder = FreshFolder.in(to, ResultFiles.MARKER, ResultFiles.FORMAT)) {
            ResultFiles.write(reconciled(from), folder);
            folder.publish();
        }
        return files(to);
    }

    private static Reconciled reconciled(Path from) throws IOException {
        return Reconciliation.of(from, DemoFolder.AS_OF, ParameterPack.load(), 2, Progress.silent());
    }

    /** What the command of one machine prints, but for the seconds and the place. */
    private static String table(Path from, Path to) throws IOException {
        StringWriter text = new StringWriter();
        Reconciled found = reconciled(from);
        Overview overview = found.overview();
        PrintWriter out = new PrintWriter(text, true);
        new ResultTable(overview).print(out, to.toString());
        TruthCheck.of(from, found.findings()).print(out);
        return withoutTimes(text.toString());
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("(?m)^(Time|Report):.*$", "");
    }

    /** The bytes of each file of a result, as characters of one byte. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.equals("_SUCCESS")) {
                    files.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return files;
    }

    private static Object[] call(Object dir, Object out, Object... more) {
        List<Object> call = new ArrayList<>(List.of("reconcile", dir, "--as-of", "2017-06-20", "--out", out));
        call.addAll(List.of(more));
        return call.toArray();
    }

    private int reconcile(Object dir, Object out, Object... more) {
        return cluster.run(call(dir, out, more));
    }

    @Test
    void CLU14_a_reconciliation_is_that_of_one_machine_byte_for_byte_in_1_2_and_7_parts() throws IOException {
        assertThat(lines("gaps.csv")).isGreaterThan(20);
        assertThat(lines("pending.csv")).isGreaterThan(1);
        assertThat(lines("review.csv")).isGreaterThan(1);
        assertThat(lines("not-in-households.csv")).isGreaterThan(3);
        assertThat(lines("errors.csv")).isGreaterThan(6);
        for (int parts : new int[] {1, 2, 7}) {
            Path out = temp.resolve("cluster" + parts);
            int status = reconcile(lists, out, "--truth", "--master", "local[2]", "--partitions", parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(files(out)).isEqualTo(expected);
            assertThat(out.resolve("_SUCCESS")).exists();
        }
        assertThat(withoutTimes(cluster.out())).isEqualTo(told + told + told);
    }

    private static long lines(String file) {
        return expected.getOrDefault(file, "").lines().count();
    }

    @Test
    void CLU15_tasks_that_fail_once_and_lists_that_cannot_be_read_do_not_change_the_rest() throws IOException {
        Path some = some("flaky", "dibao.csv", "register.csv");
        Files.writeString(some.resolve("allowances.csv"), "甲,乙\n1,2\n");
        Files.write(some.resolve("tekun.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Map<String, String> one = onOneMachine(some, temp.resolve("flaky-one"));
        assertThat(one.getOrDefault("summary.json", "")).contains("UNREADABLE", "ABSENT");
        Path out = temp.resolve("flaky-out");
        int status = reconcile("flaky:" + some, "flaky:" + out, "--master", "local[2,4]", "--partitions", 3);
        assertThat(status).as(cluster.err()).isEqualTo(3);
        Map<String, String> found = files(out);
        // messages about a list name it as the command was told it
        found.computeIfPresent("errors.csv", (name, text) -> text.replace("flaky:", ""));
        assertThat(found).isEqualTo(one);
    }

    @Test
    void CLU16_processes_of_a_cluster_come_to_the_same_and_a_list_without_rows_does_no_harm() throws IOException {
        Path some = some("few", "lifted.xlsx", "dibao.csv");
        String header = Files.readAllLines(lists.resolve("register.csv"), charset("register.csv"))
                .get(0);
        Files.writeString(some.resolve("register.csv"), header + "\n");
        Map<String, String> one = onOneMachine(some, temp.resolve("few-one"));
        Path out = temp.resolve("few-out");
        int status = cluster.runOnProcesses(List.of(), call(some, out));
        assertThat(status).as(cluster.err()).isEqualTo(3);
        assertThat(files(out)).isEqualTo(one);
    }

    @Test
    void CLU17_lists_may_be_parquet_and_so_may_the_result() throws IOException {
        Path some = some("csv", "allowances.csv");
        ClusterRun.asParquet(
                some.resolve("allowances.csv"), charset("allowances.csv"), some.resolve("allowances.parquet"));
        Map<String, String> one = onOneMachine(some, temp.resolve("csv-one"));
        Files.delete(some.resolve("allowances.csv"));
        Path out = temp.resolve("parquet-out");
        int status = reconcile(some, out, "--parquet", "--master", "local[2]", "--partitions", 2);
        assertThat(status).as(cluster.err()).isEqualTo(3);
        assertThat(out.resolve("_SUCCESS")).exists();
        assertThat(Files.readString(out.resolve("summary.json"), StandardCharsets.ISO_8859_1))
                .isEqualTo(one.getOrDefault("summary.json", "").replace("allowances.csv", "allowances.parquet"));
        assertThat(Files.readString(out.resolve("report.html"), StandardCharsets.ISO_8859_1))
                .isEqualTo(one.get("report.html"));
        assertThat(out.resolve("gaps.xlsx")).isRegularFile();
        for (String table : List.of("gaps", "review", "not-in-households", "errors")) {
            assertThat(ClusterRun.countParquet(out.resolve(table + ".parquet")))
                    .as(table)
                    .isEqualTo(one.getOrDefault(table + ".csv", "").lines().count() - 1);
        }
    }

    @Test
    void CLU18_what_is_wrong_with_a_call_is_said_in_words_and_nothing_is_left() throws IOException {
        assertThat(cluster.run("reconcile", lists, "--as-of", "1999-01-01", "--out", temp.resolve("no")))
                .isEqualTo(2);
        assertThat(reconcile(temp.resolve("nowhere"), temp.resolve("no"), "--master", "local[1]"))
                .isEqualTo(1);
        assertThat(reconcile(temp, temp.resolve("no"), "--master", "local[1]")).isEqualTo(1);
        assertThat(cluster.err())
                .contains("dibao.standard", "there is no such folder", "households.jsonl")
                .doesNotContain("\tat ");
        assertThat(temp.resolve("no")).doesNotExist();
    }

    /** The households and members with some of the rolls. */
    private static Path some(String name, String... rolls) throws IOException {
        Path some = Files.createDirectories(temp.resolve(name));
        List<String> files = new ArrayList<>(List.of(rolls));
        files.addAll(List.of("households.jsonl", "persons.csv"));
        for (String file : files) {
            Files.copy(lists.resolve(file), some.resolve(file));
        }
        return some;
    }
}
