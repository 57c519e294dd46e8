package org.doudi.server.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doudi.server.exchange.IncomingLists.Taken;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.Handling;
import org.doudi.server.exchange.container.Handling.Outcome;
import org.doudi.server.exchange.container.Handling.Reason;
import org.doudi.server.exchange.container.ReceiptFile;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.Row;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told back to the sender of a list: of each row that is decided, and of none that waits for people. */
@Component
class IncomingReceipts {
    private static final int AT_ONCE = 500;

    private final ListImports imports;
    private final SigningKeys keys;
    private final Today today;

    IncomingReceipts(ListImports imports, SigningKeys keys, Today today) {
        this.imports = imports;
        this.keys = keys;
        this.today = today;
    }

    /** The rows that are decided and were not told. */
    List<Handling> of(Taken taken, Set<String> told) {
        List<Handling> fresh = new ArrayList<>();
        for (RowState state : List.of(RowState.ENTERED, RowState.ALREADY, RowState.NOBODY, RowState.WRONG)) {
            int from = 0;
            for (List<Row> rows = imports.rows(taken.listImport(), state, from, AT_ONCE);
                    !rows.isEmpty();
                    rows = imports.rows(taken.listImport(), state, from, AT_ONCE)) {
                for (Row row : rows) {
                    String key = row.cells().get(0);
                    if (!told.contains(key)) {
                        fresh.add(handling(key, state, row.problem()));
                    }
                }
                from = rows.get(rows.size() - 1).line() + 1;
            }
        }
        return fresh;
    }

    private static Handling handling(String key, RowState state, @Nullable Problem problem) {
        return switch (state) {
            case ENTERED, ALREADY -> new Handling(key, Outcome.ACCEPTED, null);
            case NOBODY -> new Handling(key, Outcome.REFUSED, Reason.NOT_FOUND);
            default -> new Handling(key, Outcome.REFUSED, reason(problem));
        };
    }

    private static Reason reason(@Nullable Problem problem) {
        if (problem == null) {
            return Reason.CONDITIONS_NOT_MET;
        }
        return switch (problem) {
            case NO_SUCH_PERSON, TOO_MANY_NAMESAKES, NOT_ON_IT -> Reason.NOT_FOUND;
            case BAD_NUMBER, NUMBER_DIFFERS, NO_NUMBER -> Reason.WRONG_ID_NUMBER;
            case NO_NAME, OTHER_NAME, BAD_SIGNS -> Reason.WRONG_NAME;
            default -> Reason.CONDITIONS_NOT_MET;
        };
    }

    /** The receipt. */
    byte[] sign(Taken taken, int number, List<Handling> rows) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ReceiptFile.write(
                    new ReceiptFile.Answer(
                            taken.head().header(DeliveryHead.class),
                            taken.hash(),
                            number,
                            today.date().toString()),
                    rows,
                    keys.inUse(),
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
