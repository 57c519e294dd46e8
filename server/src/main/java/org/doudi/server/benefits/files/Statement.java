package org.doudi.server.benefits.files;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.files.ReturnRow.Outcome;
import org.jspecify.annotations.Nullable;

/** {@code camt.053.001.08}: the statement of the account that money is paid from. It may tell of the transfers of several runs. */
final class Statement implements ReturnReader {
    static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";
    private static final String STATEMENT = "Document/BkToCstmrStmt/Stmt";
    private static final String TOTALS = STATEMENT + "/TxsSummry/";
    private static final String ENTRY = STATEMENT + "/Ntry";
    private static final String DETAILS = ENTRY + "/NtryDtls/TxDtls";
    /** More transfers in one entry than this would have to be kept in memory until the entry ends. */
    private static final int MOST_DETAILS = 100_000;

    @Override
    public @Nullable ReturnRow read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) {
        XmlWalk.walk(file, NAMESPACE, new Reading(rows));
        return null;
    }

    private record Detail(
            String reference, String code, @Nullable Long fen, String place) {}

    private static final class Reading implements XmlWalk.Visitor {
        private final Consumer<ReturnRow> rows;
        private final List<Detail> details = new ArrayList<>();
        private int nth;
        private long entries;
        private long sum;
        private @Nullable Long toldEntries;
        private @Nullable Long toldSum;
        private long entryFen;
        private String direction = "";
        private String status = "";
        private String reversal = "";
        private String entryCode = "";
        private String reference = "";
        private String code = "";
        private @Nullable Long fen;

        Reading(Consumer<ReturnRow> rows) {
            this.rows = rows;
        }

        @Override
        public void start(String path) {
            switch (path) {
                case STATEMENT -> {
                    entries = 0;
                    sum = 0;
                    toldEntries = null;
                    toldSum = null;
                }
                case ENTRY -> {
                    details.clear();
                    entryFen = -1;
                    direction = "";
                    status = "";
                    reversal = "";
                    entryCode = "";
                }
                case DETAILS -> {
                    reference = "";
                    code = "";
                    fen = null;
                }
                default -> {
                    // nothing begins
                }
            }
        }

        @Override
        public void end(String path, String text, @Nullable String currency, String place) {
            if (path.equals(STATEMENT)) {
                totals(place);
            } else if (path.startsWith(TOTALS)) {
                switch (path.substring(TOTALS.length())) {
                    case "TtlNtries/NbOfNtries" -> toldEntries = Amounts.count(text, place);
                    case "TtlNtries/Sum" -> toldSum = Amounts.fen(text, null, place);
                    default -> {
                        // the sums of the two directions follow from the entries
                    }
                }
            } else if (path.equals(DETAILS)) {
                if (details.size() == MOST_DETAILS) {
                    throw new FileRefused(Cause.TOO_BIG, place);
                }
                details.add(new Detail(reference, code, fen, place));
            } else if (path.startsWith(DETAILS)) {
                detail(path.substring(DETAILS.length() + 1), text, currency, place);
            } else if (path.equals(ENTRY)) {
                entry(place);
            } else if (path.startsWith(ENTRY)) {
                entryPart(path.substring(ENTRY.length() + 1), text, currency, place);
            }
        }

        private void totals(String place) {
            if ((toldEntries != null && toldEntries != entries) || (toldSum != null && toldSum != sum)) {
                throw new FileRefused(Cause.TOTALS, place);
            }
        }

        private void detail(String path, String text, @Nullable String currency, String place) {
            switch (path) {
                case "Refs/EndToEndId" -> reference = text;
                case "RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry" -> code = text;
                case "Amt", "AmtDtls/InstdAmt/Amt" -> fen = Amounts.fen(text, currency, place);
                default -> {
                    // parties and purposes are known here
                }
            }
        }

        private void entryPart(String path, String text, @Nullable String currency, String place) {
            switch (path) {
                case "Amt" -> entryFen = Amounts.fen(text, currency, place);
                case "CdtDbtInd" -> direction = text;
                case "Sts/Cd", "Sts/Prtry" -> status = text;
                case "RvslInd" -> reversal = text;
                case "AddtlNtryInf" -> entryCode = text.length() <= 35 ? text : "";
                default -> {
                    // dates and bank codes decide nothing here
                }
            }
        }

        private void entry(String place) {
            entries++;
            sum += Math.max(0, entryFen);
            boolean single = details.size() <= 1;
            if (details.isEmpty()) {
                details.add(new Detail("", "", null, place));
            }
            for (Detail detail : details) {
                nth++;
                Outcome outcome = outcome();
                String why = outcome != Outcome.REVERSED ? "" : detail.code().isEmpty() ? entryCode : detail.code();
                Long amount = detail.fen() == null && single ? Long.valueOf(entryFen) : detail.fen();
                rows.accept(new ReturnRow(nth, detail.reference(), outcome, why, amount, detail.place()));
            }
        }

        /** Out of the account: paid. Into it: come back. What is not booked is open. */
        private Outcome outcome() {
            if (!status.equals("BOOK")) {
                return status.equals("PDNG") || status.equals("INFO") ? Outcome.OPEN : Outcome.UNKNOWN;
            }
            boolean back = reversal.equals("true") || reversal.equals("1") || direction.equals("CRDT");
            return back ? Outcome.REVERSED : direction.equals("DBIT") ? Outcome.PAID : Outcome.UNKNOWN;
        }
    }
}
