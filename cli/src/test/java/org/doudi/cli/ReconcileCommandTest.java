package org.doudi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileCommandTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int doudi(String... words) {
        return Doudi.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private Path village() {
        Path dir = temp.resolve("lists");
        assertThat(doudi("demo-data", dir.toString(), "--scale", "village")).isZero();
        return dir;
    }

    @Test
    void CLI10_a_village_is_made_up_and_reconciled() {
        Path result = temp.resolve("result");
        int status = doudi("reconcile", village().toString(), "--as-of", "2017-06-20", "--out", result.toString());
        assertThat(status).isZero();
        assertThat(out.toString()).contains("MISSING_FROM_DIBAO", "report.html");
        assertThat(result.resolve("gaps.xlsx")).exists();
    }

    @Test
    void CLI11_a_day_that_is_none_is_a_usage_error() {
        int status = doudi("reconcile", "x", "--as-of", "31.6.", "--out", "y");
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("'31.6.' is not a day");
    }

    @Test
    void CLI12_a_day_without_parameters_is_a_usage_error_that_names_one() {
        Path result = temp.resolve("result");
        int status = doudi("reconcile", temp.toString(), "--as-of", "1999-01-01", "--out", result.toString());
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("dibao.standard");
        assertThat(result).doesNotExist();
    }

    @Test
    void CLI13_a_folder_without_households_says_what_to_put_there() {
        int status = doudi(
                "reconcile",
                temp.toString(),
                "--as-of",
                "2017-06-20",
                "--out",
                temp.resolve("r").toString());
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).contains("households.jsonl").doesNotContain("Exception");
    }

    @Test
    void CLI14_somebodys_folder_is_not_overwritten() throws IOException {
        Path mine = Files.createDirectories(temp.resolve("mine"));
        Files.writeString(mine.resolve("a.txt"), "mine");
        int status = doudi("reconcile", village().toString(), "--as-of", "2017-06-20", "--out", mine.toString());
        assertThat(status).isEqualTo(2);
        assertThat(mine.resolve("a.txt")).hasContent("mine");
    }

    @Test
    void CLI15_a_broken_line_ends_with_status_3() throws IOException {
        Path lists = village();
        Path households = lists.resolve("households.jsonl");
        Files.writeString(households, Files.readString(households) + "nonsense\n");
        Path result = temp.resolve("result");
        int status = doudi("reconcile", lists.toString(), "--as-of", "2017-06-20", "--out", result.toString());
        assertThat(status).isEqualTo(3);
        assertThat(out.toString()).contains("1 households could not be computed");
    }

    @Test
    void CLI16_demo_makes_reconciles_and_on_the_next_run_reuses() {
        String data = temp.resolve("demo").toString();
        assertThat(doudi("demo-report", "--data", data, "--scale", "village")).isZero();
        assertThat(out.toString()).contains("Making up", "file://");
        assertThat(doudi("demo-report", "--data", data, "--scale", "village")).isZero();
        assertThat(out.toString()).contains("Using the lists in");
    }

    @Test
    void CLI17_a_scale_that_is_none_is_a_usage_error_that_lists_them() {
        assertThat(doudi("demo-data", temp.resolve("d").toString(), "--scale", "planet"))
                .isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase("province");
    }

    @Test
    void CLI18_no_threads_is_a_usage_error() {
        int status = doudi("reconcile", "x", "--as-of", "2017-06-20", "--out", "y", "--threads", "0");
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("--threads");
    }
}
