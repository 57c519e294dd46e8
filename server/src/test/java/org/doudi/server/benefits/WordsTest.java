package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of money say by a code has words for every code. */
class WordsTest {
    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("benefits.entry.", Ledger.Entry.values()),
                Arguments.of("benefits.ledger.", Ledger.Account.values()),
                Arguments.of("benefits.aid.", Aid.values()),
                Arguments.of("benefits.reason.", Reason.values()),
                Arguments.of("benefits.kind.", Run.Kind.values()),
                Arguments.of("benefits.state.", Run.State.values()),
                Arguments.of("benefits.refused.", RunRefused.Cause.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                Files.newBufferedReader(Path.of("src", "main", "resources", "messages", "benefits.properties"))) {
            words.load(in);
        }
        assertThat(words.stringPropertyNames())
                .containsAll(Arrays.stream(codes).map(c -> prefix + c.name()).toList());
    }
}
