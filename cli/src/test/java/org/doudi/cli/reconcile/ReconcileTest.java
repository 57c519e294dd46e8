package org.doudi.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doudi.cli.demodata.DemoFolder;
import org.doudi.cli.demodata.SomeVillages;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.Progress;
import org.doudi.policy.Gap;
import org.doudi.policy.parameters.ParameterPack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconcileTest {
    private static final int VILLAGES = 45;

    @TempDir
    private static Path temp;

    private static Path lists;
    private static Path result;
    private static Reconciled found;

    @BeforeAll
    static void reconcile() throws IOException {
        lists = temp.resolve("lists");
        result = temp.resolve("result");
        SomeVillages.write(lists, 60, VILLAGES, 11);
        found = run(lists, result, 2);
    }

    private static Reconciled run(Path from, Path to, int threads) throws IOException {
        try (FreshFolder folder = FreshFolder.in(to, ResultFiles.MARKER, ResultFiles.FORMAT)) {
            Reconciled reconciled =
                    Reconciliation.of(from, DemoFolder.AS_OF, ParameterPack.load(), threads, Progress.silent());
            ResultFiles.write(reconciled, folder);
            folder.publish();
            return reconciled;
        }
    }

    @Test
    void REC01_the_planted_gaps_are_found_and_hardly_any_other() throws IOException {
        TruthCheck check = TruthCheck.of(lists, found.findings());
        assertThat(found.findings().gaps()).hasSizeGreaterThan(300);
        assertThat(check.recall()).isGreaterThanOrEqualTo(.99);
        assertThat(check.precision()).isGreaterThanOrEqualTo(.99);
        for (Gap.Kind kind : Gap.Kind.values()) {
            assertThat(found.overview().gaps(kind)).as(kind.name()).isPositive();
        }
    }

    @Test
    void REC02_every_row_of_every_list_is_accounted_for() throws IOException {
        assertThat(found.links()).hasSize(Roll.values().length);
        found.links().forEach((roll, links) -> {
            assertThat(links.counts().addUp()).as(roll.stem()).isTrue();
            assertThat(links.counts().rowsIn()).isEqualTo(links.rows());
        });
        assertThat(Files.readString(result.resolve("summary.json"))).doesNotContain("\"rowsInEqualRowsOut\" : false");
    }

    @Test
    void REC03_what_turns_on_a_doubtful_row_is_held_back() {
        for (GapRow held : found.findings().pending()) {
            assertThat(found.findings().gaps())
                    .noneMatch(gap -> gap.household().equals(held.household())
                            && gap.gap().equals(held.gap()));
        }
    }

    @Test
    void REC04_a_list_that_is_absent_is_named_and_nothing_is_claimed_about_it() throws IOException {
        Path some = copy("absent");
        Files.delete(some.resolve("dibao.csv"));
        Reconciled reconciled = run(some, temp.resolve("absent-result"), 2);
        assertThat(reconciled.overview().gaps(Gap.Kind.MISSING_FROM_DIBAO)).isZero();
        assertThat(reconciled.overview().gaps(Gap.Kind.MISSING_FROM_TEKUN)).isPositive();
        assertThat(Files.readString(temp.resolve("absent-result/report.html"))).contains("农村低保名单没有交来");
    }

    @Test
    void REC05_a_list_that_cannot_be_read_is_reported_and_the_rest_goes_on() throws IOException {
        Path some = copy("broken");
        Files.write(some.resolve("tekun.xlsx"), new byte[] {'P', 'K', 3, 4, 0, 0});
        Files.writeString(some.resolve("allowances.csv"), "甲,乙\n1,2\n");
        Reconciled reconciled = run(some, temp.resolve("broken-result"), 2);
        assertThat(reconciled.overview().clean()).isFalse();
        assertThat(reconciled.overview().lists().unreadable()).containsExactly(Roll.TEKUN, Roll.ALLOWANCES);
        assertThat(reconciled.overview().gaps(Gap.Kind.MISSING_FROM_DIBAO)).isPositive();
        assertThat(Files.readString(temp.resolve("broken-result/errors.csv"))).contains("tekun.xlsx", "allowances.csv");
    }

    @Test
    void REC06_a_broken_household_line_is_reported_by_line_and_the_others_are_assessed() throws IOException {
        Path some = copy("line");
        List<String> lines = Files.readAllLines(some.resolve("households.jsonl"));
        lines.set(4, "{\"householdId\":\"H-broken\"");
        Files.write(some.resolve("households.jsonl"), lines);
        Reconciled reconciled = run(some, temp.resolve("line-result"), 2);
        assertThat(reconciled.overview().households()).isEqualTo(lines.size() - 1);
        assertThat(Files.readString(temp.resolve("line-result/errors.csv"))).contains("households.jsonl,5,");
    }

    @Test
    void REC10_one_thread_writes_the_same_bytes_as_two() throws IOException {
        Path one = temp.resolve("one");
        run(lists, one, 1);
        try (Stream<Path> files = Files.list(result)) {
            for (Path file : files.toList()) {
                assertThat(one.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void REC11_nothing_half_written_stays_when_it_fails() throws IOException {
        Path target = temp.resolve("never");
        try (FreshFolder folder = FreshFolder.in(target, ResultFiles.MARKER, ResultFiles.FORMAT)) {
            Files.writeString(folder.file("gaps.csv"), "half");
        }
        assertThat(target).doesNotExist();
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left.filter(path -> path.toString().contains(".part-"))).isEmpty();
        }
    }

    @Test
    void REC12_the_page_needs_nothing_from_outside_and_names_nobody() throws IOException {
        String page = Files.readString(result.resolve("report.html"));
        assertThat(page).doesNotContain("<script", "http://", "https://", "{{");
        for (GapRow gap : found.findings().gaps()) {
            assertThat(page).doesNotContain(gap.household());
            if (gap.name().length() > 2) {
                assertThat(page).doesNotContain(">" + gap.name() + "<");
            }
        }
    }

    @Test
    void REC13_no_id_number_leaves_the_folder() throws IOException {
        Set<String> ids = new HashSet<>();
        for (String line : Files.readAllLines(lists.resolve("persons.csv"))) {
            ids.add(line.split(",", -1)[4]);
        }
        for (String file : List.of("gaps.csv", "pending.csv", "review.csv", "not-in-households.csv", "quality.csv")) {
            String text = Files.readString(result.resolve(file), StandardCharsets.UTF_8);
            assertThat(text).doesNotContainPattern("\\d{17}[0-9X]");
        }
        assertThat(ids).hasSizeGreaterThan(1000);
    }

    /** A village of its own to spoil. */
    private static Path copy(String name) throws IOException {
        Path whole = temp.resolve("whole");
        if (!Files.exists(whole)) {
            SomeVillages.write(whole, 90, 4, 3);
        }
        Path copy = temp.resolve(name);
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path to = copy.resolve(whole.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }
}
