package org.doudi.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.doudi.bench.run.Report;
import org.doudi.bench.run.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of what {@code doudi bench faults} does a hundred times. The platform is built before this module. */
class FaultBenchTest {
    private static final int KILLS = 3;

    @TempDir
    Path work;

    @Test
    @DisplayName(
            "3.3-1 a month's money is paid once, whenever platform and database are killed, and the run goes on from where it was")
    void killed() throws IOException {
        Report report = new Report();
        StringWriter told = new StringWriter();
        new FaultBench(report, new PrintWriter(told), work, new FaultBench.Size(KILLS, 300, System.nanoTime()))
                .onBuilt();
        assertThat(told.toString().lines()).hasSize(KILLS);
        assertThat(report.rows())
                .as(told.toString())
                .hasSize(10)
                .allSatisfy(row -> assertThat(row.verdict())
                        .as(row.measure() + " " + row.doudi())
                        .isIn(Row.Verdict.MET, Row.Verdict.NO_GOAL));
    }
}
