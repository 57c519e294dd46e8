package org.doudi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.doudi.linkage.table.SafeCells;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PolicyCommandsTest {
    private static final String GOOD = """
            {"householdId":"H%d","village":"210921101201","assessedOn":"2017-08-01","consent":true,\
            "members":[{"memberId":"1","birthDate":"1980-01-01"}],\
            "income":[{"memberId":"1","item":"FARMING","yuan":"%d.00"}]}
            """;

    @TempDir
    private Path directory = Path.of(".");

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private String file = "";

    @BeforeEach
    void households() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append(String.format(GOOD, i, i));
        }
        file = write("households.jsonl", lines.toString());
    }

    @Test
    void CLI10_the_bytes_are_the_same_for_any_number_of_threads() throws IOException {
        for (int threads : List.of(1, 2, 7)) {
            assertThat(run("assess", file, "--threads", "" + threads, "--out", path("out" + threads)))
                    .isZero();
        }
        byte[] one = Files.readAllBytes(directory.resolve("out1"));
        assertThat(Files.readAllBytes(directory.resolve("out2"))).isEqualTo(one);
        assertThat(Files.readAllBytes(directory.resolve("out7"))).isEqualTo(one);
        assertThat(Files.readAllLines(directory.resolve("out1"))).hasSize(5000);
    }

    @Test
    void CLI11_broken_lines_are_answered_in_their_place_and_end_with_3() throws IOException {
        String good = String.format(GOOD, 1, 1);
        String mixed = write("mixed.jsonl", "\ufeff" + good + "nonsense\n\n" + good.strip());
        assertThat(run("assess", mixed, "--out", path("out"))).isEqualTo(3);
        List<String> answers = Files.readAllLines(directory.resolve("out"));
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).contains("ELIGIBLE");
        assertThat(answers.get(1)).contains("NOT_JSON");
        assertThat(err.toString()).contains("1 of 3 lines");
    }

    @Test
    void CLI12_an_empty_file_gives_an_empty_answer() throws IOException {
        assertThat(run("assess", write("empty", ""), "--out", path("out"))).isZero();
        assertThat(Files.size(directory.resolve("out"))).isZero();
    }

    @Test
    void CLI13_a_missing_file_is_one_clear_message_and_leaves_no_output() throws IOException {
        assertThat(run("assess", path("nowhere"), "--out", path("out"))).isEqualTo(1);
        assertThat(err.toString())
                .contains("there is no file")
                .doesNotContain("Exception")
                .doesNotContain("at org.");
        assertThat(leftOver()).containsExactly("households.jsonl");
    }

    @Test
    void CLI14_an_output_that_cannot_be_written_is_one_clear_message() throws IOException {
        assertThat(run("assess", file, "--out", path("no/such/place"))).isEqualTo(1);
        assertThat(run("assess", file, "--out", directory.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there is no directory").contains("is a directory");
        assertThat(leftOver()).containsExactly("households.jsonl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "100000"})
    void CLI15_a_wrong_number_of_threads_is_a_usage_error(String threads) {
        assertThat(run("assess", file, "--threads", threads)).isEqualTo(2);
        assertThat(err.toString()).contains("--threads");
    }

    @Test
    void CLI16_broken_parameters_are_a_usage_error_with_file_and_line() throws IOException {
        write("pack.yaml", "pack: p\nedition: 1\nsubjects: [s]\n");
        write("s.yaml", "dibao.standard:\n  zh: a\n  en: b\n  unit: yuan\n  values: []\n");
        assertThat(run("assess", file, "--parameters", directory.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("s.yaml:1: The unit of dibao.standard");
    }

    @Test
    void CLI17_explain_adds_the_tree_to_each_answer() throws IOException {
        assertThat(run("assess", file, "--explain", "--threads", "2", "--out", path("out")))
                .isZero();
        assertThat(Files.readAllLines(directory.resolve("out")))
                .hasSize(5000)
                .allMatch(line -> line.contains("\"explanation\":[{\"rule\":\"DIBAO\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "html"})
    void CLI18_a_household_is_explained_in_each_format(String format) throws IOException {
        assertThat(run(
                        "explain",
                        file,
                        "--household",
                        "H4000",
                        "--format",
                        format,
                        "--lang",
                        "both",
                        "--out",
                        path("out")))
                .isZero();
        assertThat(Files.readString(directory.resolve("out")))
                .contains("4,000.00")
                .contains("Income is not below");
    }

    @Test
    void CLI19_a_household_that_is_not_there_is_said_to_be_so() {
        assertThat(run("explain", file, "--household", "X")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no household X");
    }

    @Test
    void CLI20_a_reform_is_reported_in_every_format_into_a_directory() throws IOException {
        assertThat(run(
                        "simulate",
                        file,
                        "--set",
                        "dibao.standard=4000",
                        "--from",
                        "2017-07-01",
                        "--out",
                        path("report/")))
                .isZero();
        assertThat(Files.readString(directory.resolve("report/summary.txt")))
                .contains("dibao.standard = 4000 at 2109 from 2017-07-01 (now 3843)")
                .contains("NOT_ELIGIBLE → ELIGIBLE: 157");
        assertThat(Files.readAllLines(directory.resolve("report/households.csv")))
                .hasSizeGreaterThan(157);
        assertThat(Files.readString(directory.resolve("report/report.json"))).contains("\"enterDibao\":157");
    }

    @Test
    void CLI21_a_reform_below_the_poverty_line_names_the_clause() {
        assertThat(run("simulate", file, "--set", "dibao.standard=1000", "--from", "2017-07-01"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Clause 2.3-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo=1", "dibao.standard=x", "dibao.standard=1@99", "nothing"})
    void CLI22_a_reform_that_cannot_be_read_is_a_usage_error_in_one_message(String set) {
        assertThat(run("simulate", file, "--set", set, "--from", "2017-07-01")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSizeLessThan(4);
    }

    @Test
    void CLI23_parameters_are_listed_by_grade_place_and_day() throws IOException {
        String[] command = {
            "parameters",
            "--grade",
            "example",
            "--place",
            "210921100",
            "--on",
            "2017-06-01",
            "--key",
            "rigidSpending.applies",
            "--format",
            "csv",
            "--out",
            path("out")
        };
        assertThat(run(command)).isZero();
        List<String> rows = Files.readAllLines(directory.resolve("out"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains(",yes,yes/no,210921100,2017-06-01,").contains(",example,");
        assertThat(run("parameters", "--key", "nothing")).isEqualTo(2);
        assertThat(run("parameters", "--place", "Fuxin")).isEqualTo(2);
        assertThat(run("parameters", "--on", "tomorrow")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx"})
    void CLI24_a_cell_that_could_be_a_formula_is_made_text(String cell) {
        assertThat(SafeCells.csv(cell)).startsWith("'");
        assertThat(SafeCells.csv("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    }

    private List<String> leftOver() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }

    private String path(String name) {
        return directory + "/" + name;
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    private int run(String... arguments) {
        CommandLine command = Doudi.commandLine();
        return command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
