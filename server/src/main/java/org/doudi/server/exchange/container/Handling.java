package org.doudi.server.exchange.container;

import java.util.List;
import java.util.Locale;
import org.doudi.server.exchange.container.Fault.Place;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row at the receiver.
 *
 * @param row the row's key
 * @param reason the reason, null where it was accepted
 */
public record Handling(
        String row, Outcome outcome, @Nullable Reason reason) {
    /** The columns of a receipt's lines. */
    static final List<String> COLUMNS = List.of("row", "outcome", "reason");

    /** What the receiver did with it. */
    public enum Outcome {
        ACCEPTED,
        REFUSED,
        CORRECTED
    }

    /** Why it was refused or corrected. */
    public enum Reason {
        NOT_FOUND,
        WRONG_ID_NUMBER,
        WRONG_NAME,
        WRONG_HOUSEHOLD,
        MOVED_AWAY,
        DIED,
        DOUBLED,
        OUT_OF_DATE,
        CONDITIONS_NOT_MET
    }

    public Handling {
        if ((outcome == Outcome.ACCEPTED) != (reason == null) || !row.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a row that was accepted has no reason, another one has");
        }
    }

    /** What a line says. */
    static Handling of(byte[] line, long number) {
        List<String> cells = LineReader.cells(line);
        try {
            if (cells.size() == COLUMNS.size()) {
                return new Handling(
                        cells.get(0),
                        Outcome.valueOf(cells.get(1)),
                        cells.get(2).isEmpty() ? null : Reason.valueOf(cells.get(2)));
            }
        } catch (IllegalArgumentException e) {
            throw new BrokenFile(new Fault(Place.FEEDBACK, number));
        }
        throw new BrokenFile(new Fault(Place.FEEDBACK, number));
    }

    /** The line that says it. */
    byte[] line() {
        return Csv.line(List.of(row, outcome.name(), reason == null ? "" : reason.name()));
    }

    @Override
    public String toString() {
        return row + " " + outcome.name().toLowerCase(Locale.ROOT);
    }
}
