package org.doudi.server.exchange;

import java.util.stream.Stream;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.store.EntryStore;
import org.doudi.server.shell.MessageFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages of the exchange say by a code has words for every code. */
class ExchangeWordsTest {
    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("exchange.list.", "", SharedList.values()),
                Arguments.of("exchange.field.", "", SharedField.values()),
                Arguments.of("exchange.change.", "", RowChange.values()),
                Arguments.of("exchange.state.", "", Delivery.State.values()),
                Arguments.of("exchange.agreement.", "", Agreement.State.values()),
                Arguments.of("exchange.outcome.", "", Handling.Outcome.values()),
                Arguments.of("exchange.reason.", "", Handling.Reason.values()),
                Arguments.of("exchange.show.", "", EntryStore.Show.values()),
                Arguments.of("exchange.refused.", "", SharingRefused.Cause.values()),
                Arguments.of("exchange.refused.", ".help", SharingRefused.Cause.values()));
    }

    @ParameterizedTest(name = "{0}{1}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, String end, Enum<?>[] codes) {
        MessageFile.hasWords("exchange", prefix, codes, end);
    }
}
