package org.doudi.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class ListWriterTest {
    @TempDir
    Path dir;

    @Test
    void TAB20_formulas_are_written_as_text() throws IOException {
        Path file = dir.resolve("out.csv");
        try (CsvListWriter out = new CsvListWriter(file, List.of("a", "=b"))) {
            out.row("=HYPERLINK(\"x\")", "-1+1");
            out.row(" @SUM(1)", "plain");
        }
        assertThat(Files.readString(file)).isEqualTo("a,'=b\n\"'=HYPERLINK(\"\"x\"\")\",'-1+1\n' @SUM(1),plain\n");
    }

    @Property
    void TAB21_no_cell_begins_like_a_formula(@ForAll String text) {
        String neutral = SafeCells.neutral(text);
        assertThat(SafeCells.dangerous(neutral)).isFalse();
        assertThat(neutral).endsWith(text);
    }

    @Test
    void TAB22_a_cell_is_neutral_and_quoted_whatever_stands_before_the_sign() {
        assertThat(SafeCells.csv(" =1+1,\"x\"")).isEqualTo("\"' =1+1,\"\"x\"\"\"");
        assertThat(SafeCells.csv("＝1")).isEqualTo("'＝1");
        assertThat(SafeCells.csv("plain")).isEqualTo("plain");
    }
}
