package org.doudi.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.doudi.bench.run.Row.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private final Report report = new Report();

    @Test
    void BEN14_the_median_is_the_middle_value_and_of_two_the_lower_one() {
        assertThat(new Figure("a", "s", List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Figure("a", "s", List.of(3.0, 1.0)).median()).isEqualTo(1);
    }

    @Test
    void BEN15_a_goal_is_met_or_missed_by_the_medians() {
        Figure ours = report.add("ours", "s", List.of(1.0, 9.0, 1.0));
        Figure theirs = report.add("theirs", "s", 2.0);
        report.atMost("cost", ours, "peer", theirs, 0.5);
        report.atMost("cost", ours, "peer", theirs, 0.4);
        report.atMost("cost", ours, "peer", theirs, null);
        report.timesFaster("speed", ours, "peer", theirs, 3.0);
        report.upTo("memory", ours, 1);
        report.quality("F1", report.add("f", "", 0.9995), "peer", report.add("g", "", 0.9996), 0.999);
        report.missing("other", "it is not there");
        assertThat(report.rows())
                .extracting(Row::verdict)
                .containsExactly(
                        Verdict.MET,
                        Verdict.MISSED,
                        Verdict.NO_GOAL,
                        Verdict.MISSED,
                        Verdict.MET,
                        Verdict.MISSED,
                        Verdict.NOT_MEASURED);
        assertThat(Table.of(report)).contains("0.50×", "MISSED", "not measured", "2 of 5 goals met");
    }

    @Test
    void BEN16_the_file_holds_machine_versions_every_repetition_and_the_lines(@TempDir Path directory)
            throws Exception {
        Path file = directory.resolve("result.json");
        report.atMost("cost", report.add("ours", "s", List.of(1.0, 1.5)), "peer", report.add("theirs", "s", 2.0), 0.5);
        ReportFile.write(report, Map.of("duckdb_jdbc", "1.5"), file);
        assertThat(Files.readString(file))
                .contains("\"jdk\"", "\"duckdb_jdbc\" : \"1.5\"", "[ 1.0, 1.5 ]", "\"verdict\" : \"met\"");
    }
}
