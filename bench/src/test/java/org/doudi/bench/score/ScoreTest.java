package org.doudi.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
    @TempDir
    private Path directory;

    @BeforeEach
    void lists() throws IOException {
        Files.writeString(directory.resolve("left.truth.csv"), "id,entity\na,1\nb,2\nc,3\nc2,3\n");
        Files.writeString(directory.resolve("right.truth.csv"), "id,entity\nx,1\ny,3\ny2,3\nz,9\n");
    }

    @Test
    void BEN07_precision_recall_and_f1_count_pairs_of_rows() throws IOException {
        // true: a-x, c-y, c-y2, c2-y, c2-y2
        Path pairs = directory.resolve("matches.csv");
        Files.writeString(
                pairs, "leftId,rightId,weight,tier\na,x,1,EXACT\n\"c\",y,1,EXACT\nc,y,1,EXACT\nb,z,1,PROBABLE\n");
        Score score = Score.of(pairs, directory);
        assertThat(score.found()).isEqualTo(3);
        assertThat(score.right()).isEqualTo(2);
        assertThat(score.truePairs()).isEqualTo(5);
        assertThat(score.precision()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(score.recall()).isCloseTo(2 / 5.0, within(1e-12));
        assertThat(score.f1()).isCloseTo(0.5, within(1e-12));
        assertThat(score.tiers().get("PROBABLE")).containsExactly(1, 1);
    }

    @Test
    void BEN08_a_pair_of_unknown_rows_is_an_error_that_shows_the_line() throws IOException {
        Path pairs = directory.resolve("matches.csv");
        Files.writeString(pairs, "leftId,rightId\na,nobody\n");
        assertThatThrownBy(() -> Score.of(pairs, directory)).hasMessageContaining("a,nobody");
    }

    @Test
    void BEN09_no_pairs_at_all_scores_nothing_and_divides_by_nothing() throws IOException {
        Path pairs = directory.resolve("matches.csv");
        Files.writeString(pairs, "leftId,rightId\n");
        assertThat(Score.of(pairs, directory).f1()).isZero();
    }
}
