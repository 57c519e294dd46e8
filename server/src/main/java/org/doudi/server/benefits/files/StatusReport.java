package org.doudi.server.benefits.files;

import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.files.ReturnRow.Outcome;
import org.jspecify.annotations.Nullable;

/** {@code pain.002.001.10}: a bank's answer to a file, transfer by transfer. */
final class StatusReport implements ReturnReader {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String REPORT = "Document/CstmrPmtStsRpt";
    private static final String GROUP = REPORT + "/OrgnlGrpInfAndSts/";
    /** Our file has one group of transfers, so what is said of the group of payments is said of all too. */
    private static final String PAYMENT = REPORT + "/OrgnlPmtInfAndSts/";

    private static final String TRANSFER = REPORT + "/OrgnlPmtInfAndSts/TxInfAndSts";
    private static final Set<String> PAID = Set.of("ACSC", "ACCC");
    private static final Set<String> REJECTED = Set.of("RJCT", "CANC");
    private static final Set<String> OPEN =
            Set.of("RCVD", "PDNG", "ACTC", "ACCP", "ACFC", "ACWC", "ACWP", "ACSP", "PATC");

    @Override
    public @Nullable ReturnRow read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) {
        Reading reading = new Reading(expected, rows);
        XmlWalk.walk(file, NAMESPACE, reading);
        if (!reading.named) {
            throw new FileRefused(Cause.MALFORMED, "OrgnlMsgId");
        }
        return reading.whole;
    }

    private static final class Reading implements XmlWalk.Visitor {
        private final FileHead expected;
        private final Consumer<ReturnRow> rows;
        private int nth;
        private boolean named;
        private String reference = "";
        private String status = "";
        private String code = "";
        private @Nullable Long fen;
        private String allStatus = "";
        private String allCode = "";
        private @Nullable ReturnRow whole;

        Reading(FileHead expected, Consumer<ReturnRow> rows) {
            this.expected = expected;
            this.rows = rows;
        }

        @Override
        public void start(String path) {
            if (path.equals(TRANSFER)) {
                reference = "";
                status = "";
                code = "";
                fen = null;
            }
        }

        @Override
        public void end(String path, String text, @Nullable String currency, String place) {
            if (path.startsWith(GROUP)) {
                group(path.substring(GROUP.length()), text, place);
            } else if (path.equals(REPORT)) {
                all(place);
            } else if (path.equals(TRANSFER)) {
                nth++;
                rows.accept(new ReturnRow(nth, reference, outcome(), code, fen, place));
            } else if (path.startsWith(PAYMENT) && !path.startsWith(TRANSFER)) {
                payment(path.substring(PAYMENT.length()), text);
            } else if (path.startsWith(TRANSFER)) {
                transfer(path.substring(TRANSFER.length() + 1), text, currency, place);
            }
        }

        private void group(String path, String text, String place) {
            switch (path) {
                case "OrgnlMsgId" -> {
                    named = true;
                    if (!text.equals(expected.message())) {
                        throw new FileRefused(Cause.OTHER_FILE, place);
                    }
                }
                case "OrgnlNbOfTxs" -> equal(Amounts.count(text, place), expected.transfers(), place);
                case "OrgnlCtrlSum" -> equal(Amounts.fen(text, null, place), expected.fen(), place);
                case "GrpSts" -> status(text);
                case "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry" -> allCode = text;
                default -> {
                    // what else is told of the group was sent by us
                }
            }
        }

        private void payment(String path, String text) {
            switch (path) {
                case "PmtInfSts" -> status(text);
                case "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry" -> allCode = text;
                default -> {
                    // numbers and sums of the group stand above it too
                }
            }
        }

        private void status(String text) {
            allStatus = REJECTED.contains(allStatus) ? allStatus : text;
        }

        /** A rejected group has no transfer that was made. That it is under way is news only where no transfer is named. */
        private void all(String place) {
            boolean rejected = REJECTED.contains(allStatus);
            if (rejected || (nth == 0 && OPEN.contains(allStatus))) {
                String why = allCode.isEmpty() && allStatus.equals("CANC") ? "CANC" : allCode;
                whole = new ReturnRow(
                        nth, "", rejected ? Outcome.REJECTED : Outcome.OPEN, rejected ? why : "", null, place);
            }
        }

        private static void equal(long told, long sent, String place) {
            if (told != sent) {
                throw new FileRefused(Cause.TOTALS, place);
            }
        }

        private void transfer(String path, String text, @Nullable String currency, String place) {
            switch (path) {
                case "OrgnlEndToEndId" -> reference = text;
                case "TxSts" -> status = text;
                case "StsRsnInf/Rsn/Cd", "StsRsnInf/Rsn/Prtry" -> code = text;
                case "OrgnlTxRef/Amt/InstdAmt" -> fen = Amounts.fen(text, currency, place);
                default -> {
                    // what else is told of a transfer was sent by us
                }
            }
        }

        private Outcome outcome() {
            if (REJECTED.contains(status)) {
                code = code.isEmpty() && status.equals("CANC") ? "CANC" : code;
                return Outcome.REJECTED;
            }
            return PAID.contains(status) ? Outcome.PAID : OPEN.contains(status) ? Outcome.OPEN : Outcome.UNKNOWN;
        }
    }
}
