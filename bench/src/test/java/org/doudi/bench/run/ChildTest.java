package org.doudi.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    @TempDir
    private Path directory;

    /** Ends with the status in its first argument; says why first. */
    static final class Program {
        public static void main(String[] args) {
            byte[] held = new byte[50_000_000];
            System.out.println("it was called with " + args[0] + (held.length > 0 ? "" : "!"));
            System.exit(Integer.parseInt(args[0]));
        }
    }

    @Test
    void BEN17_a_program_is_measured_from_its_start_to_its_end() throws ChildFailed {
        Cost cost = Child.java(Program.class, List.of("0"), directory.resolve("log"))
                .run();
        assertThat(cost.wall()).isPositive();
        assertThat(cost.cpu()).isPositive();
    }

    @Test
    void BEN18_a_program_that_fails_is_named_with_what_it_said_and_no_path() {
        Child child = Child.java(Program.class, List.of("4"), directory.resolve("log"));
        assertThatThrownBy(child::run)
                .isInstanceOf(ChildFailed.class)
                .hasMessageContaining("status 4: it was called with 4")
                .hasMessageNotContaining("/");
    }

    @Test
    void BEN19_a_status_can_be_accepted() throws ChildFailed {
        Child child = Child.java(Program.class, List.of("3"), directory.resolve("log"));
        assertThat(child.accepting(3).run().wall()).isPositive();
    }
}
