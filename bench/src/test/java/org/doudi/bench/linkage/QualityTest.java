package org.doudi.bench.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.bench.data.FebrlData;
import org.doudi.bench.data.LinkageData;
import org.doudi.bench.score.Score;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.output.LinkageFiles;
import org.doudi.linkage.output.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What linkage promises about its quality, on lists small enough for every build. */
class QualityTest {
    private static final int ROWS = 40_000;
    private static final long SEED = 7;

    @TempDir
    private Path directory;

    @Test
    void BEN20_at_the_stated_error_rates_f1_is_at_least_999_in_a_thousand() throws IOException {
        Score score = people(1);
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.999);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.9995);
    }

    @Test
    void BEN21_at_three_times_these_rates_f1_is_at_least_997_in_a_thousand() throws IOException {
        Score score = people(3);
        assertThat(score.f1()).isGreaterThanOrEqualTo(0.997);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.9995);
    }

    @Test
    void BEN22_an_english_set_links_through_its_schema_with_f1_of_at_least_99_in_a_hundred() throws IOException {
        FebrlData.write(directory, 2000, SEED);
        Linkage linkage = new Linker(2, Progress.SILENT)
                .link(
                        directory.resolve("link.yaml"),
                        directory.resolve("left.csv"),
                        directory.resolve("right.csv"),
                        Assignment.Shape.ONE_TO_ONE);
        assertThat(score(linkage).f1()).isGreaterThanOrEqualTo(0.99);
    }

    private Score people(int noise) throws IOException {
        LinkageData.write(directory, ROWS, noise, SEED);
        return score(new Linker(2, Progress.SILENT)
                .link(directory.resolve("left.csv"), directory.resolve("right.csv"), Assignment.Shape.ONE_TO_ONE));
    }

    private Score score(Linkage linkage) throws IOException {
        Path out = directory.resolve("out");
        try (OutputFolder folder = new OutputFolder(out)) {
            new LinkageFiles(linkage, new Workers(2)).write(folder);
            folder.commit();
        }
        return Score.of(out.resolve("matches.csv"), directory);
    }
}
