package org.doudi.server.reverification;

import java.util.stream.Stream;
import org.doudi.server.shell.MessageFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of re-verification say by a code has words for every code. */
class ReverificationWordsTest {
    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("reverification.category.", Category.values()),
                Arguments.of("reverification.change.", ChangedFact.values()),
                Arguments.of("reverification.ending.", Ending.values()),
                Arguments.of("reverification.fallout.", Fallout.values()),
                Arguments.of("reverification.finding.", Finding.values()),
                Arguments.of("reverification.mass.state.", MassRun.State.values()),
                Arguments.of("reverification.origin.", Reverification.Origin.values()),
                Arguments.of("reverification.closing.", Rhythm.Closing.values()),
                Arguments.of("reverification.rhythm.state.", Rhythm.State.values()),
                Arguments.of("reverification.effect.", Rhythms.Effect.What.values()),
                Arguments.of("reverification.refused.", ReverificationRefused.Cause.values()),
                Arguments.of("reverification.show.", PlanQuery.Show.values()),
                Arguments.of("reverification.stage.", Stage.values()),
                Arguments.of("reverification.way.", Way.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("reverification", prefix, codes, "");
    }
}
