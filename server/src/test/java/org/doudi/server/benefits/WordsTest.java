package org.doudi.server.benefits;

import java.util.stream.Stream;
import org.doudi.server.benefits.files.Anomaly;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.ReturnKind;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.benefits.files.ReturnRow;
import org.doudi.server.shell.MessageFile;
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
                Arguments.of("benefits.made-of.", AwardPart.Kind.values()),
                Arguments.of("benefits.kind.", Run.Kind.values()),
                Arguments.of("benefits.state.", Run.State.values()),
                Arguments.of("benefits.refused.", RunRefused.Cause.values()),
                Arguments.of("benefits.account.", BankAccounts.State.values()),
                Arguments.of("benefits.filter.", RunViews.Filter.values()),
                Arguments.of("benefits.file.", FileRefused.Cause.values()),
                Arguments.of("benefits.fault.", ReturnResult.RowFault.values()),
                Arguments.of("benefits.said.", ReturnRow.Outcome.values()),
                Arguments.of("benefits.ret.kind.", ReturnKind.values()),
                Arguments.of("benefits.anomaly.", Anomaly.Code.values()),
                Arguments.of("benefits.why.", Unpaid.Why.values()),
                Arguments.of("benefits.work.", RunWork.What.values()),
                Arguments.of("benefits.work.", RunWork.Standing.values()),
                Arguments.of("benefits.work.help.", RunWork.Standing.values()),
                Arguments.of("benefits.repayment.", Repayment.State.values()),
                Arguments.of("benefits.repayment.way.", Repayment.Way.values()),
                Arguments.of("benefits.recovery.", Recovery.State.values()),
                Arguments.of("benefits.recovery.next.", Recovery.State.values()),
                Arguments.of("benefits.recoveries.", RecoveryViews.Filter.values()),
                Arguments.of("benefits.rerating.", Rerating.State.values()),
                Arguments.of("benefits.rerating.next.", Rerating.State.values()),
                Arguments.of("benefits.rerating.kind.", Rerating.Kind.values()),
                Arguments.of("benefits.rerating.code.", Rerating.Code.values()),
                Arguments.of("benefits.rerating.line.", Rerating.LineState.values()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("benefits", prefix, codes, "");
    }
}
