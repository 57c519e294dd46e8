package org.doudi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DoudiTest {
    @Test
    void CLI01_help_lists_the_commands_and_ends_well() {
        StringWriter out = new StringWriter();
        int status = Doudi.commandLine().setOut(new PrintWriter(out)).execute("--help");
        assertThat(status).isZero();
        assertThat(out.toString()).contains("Usage: doudi");
    }

    @Test
    void CLI02_no_command_is_a_usage_error_that_names_help() {
        StringWriter err = new StringWriter();
        int status = Doudi.commandLine().setErr(new PrintWriter(err)).execute();
        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("doudi --help");
    }
}
