package org.doudi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class BenchTest {
    @Test
    void BEN20_help_lists_what_can_be_measured_and_made() {
        StringWriter out = new StringWriter();
        CommandLine bench = Bench.commandLine().setOut(new PrintWriter(out));
        assertThat(bench.execute("--help")).isZero();
        assertThat(out.toString())
                .contains("policy", "linkage", "reconcile", "all", "data", "febrl", "score", "--full");
    }

    @ParameterizedTest
    @CsvSource({"5000,5000", "200k,200000", "4M,4000000"})
    void BEN21_numbers_of_rows_can_be_written_short(String text, int rows) {
        assertThat(new Rows().convert(text)).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({"many", "0", "-5k", "9000m", "k"})
    void BEN22_what_is_no_number_of_rows_is_refused(String text) {
        assertThatThrownBy(() -> new Rows().convert(text)).isInstanceOf(TypeConversionException.class);
    }

    @Test
    void BEN23_a_missing_file_is_told_in_one_line() {
        StringWriter err = new StringWriter();
        int status = Bench.commandLine().setErr(new PrintWriter(err)).execute("score", "nowhere");
        assertThat(status).isEqualTo(1);
        assertThat(err.toString().strip()).contains("there is no such file").doesNotContain("\n");
    }
}
