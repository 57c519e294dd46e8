package org.doudi.server.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.doudi.policy.JobMode;
import org.doudi.server.changes.ChangeReport.State;
import org.doudi.server.changes.ReportRefused.Cause;
import org.doudi.server.changes.ReportRefused.Fault;
import org.doudi.server.shell.MessageFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the reports say. */
class ReportWordsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("changes", prefix, codes, "");
    }

    static List<Arguments> codes() {
        return List.of(
                Arguments.of("changes.kind.", ReportKind.values()),
                Arguments.of("changes.help.", ReportKind.values()),
                Arguments.of("changes.on.", ReportKind.values()),
                Arguments.of("changes.state.", State.values()),
                Arguments.of("changes.tab.", ChangeReports.Tab.values()),
                Arguments.of("changes.back.", SentBack.values()),
                Arguments.of("changes.illness.", Illness.values()),
                Arguments.of("changes.mode.", JobMode.values()),
                Arguments.of("changes.fault.", Fault.values()),
                Arguments.of("changes.refused.", Cause.values()));
    }

    @Test
    @DisplayName("every field of a form has its words")
    void fields() {
        assertThat(MessageFile.keys("changes"))
                .containsAll(Arrays.stream(ReportKind.values())
                        .flatMap(k -> k.fields().stream())
                        .map(f -> "changes.field." + f)
                        .toList());
    }
}
