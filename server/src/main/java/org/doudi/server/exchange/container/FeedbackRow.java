package org.doudi.server.exchange.container;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of feedback: what became of a gap that came of one row of a list. It is signed by itself, together with its channel and the hash of the row before it.
 *
 * @param number 1 for the first of the channel
 * @param said what it says, a cell for each of {@link #SAID}
 * @param signer the id of the key that signed
 * @param hash by which the next row names it
 */
public record FeedbackRow(int number, List<String> said, String signer, String hash, String signature) {
    /** What a row says behind its number: its key, else its file and line; the gap; what came of it, when it was due and told, and whether that was in time. */
    public static final List<String> SAID =
            List.of("row", "file", "line", "kind", "outcome", "openedOn", "dueOn", "endedOn", "clock");

    static final List<String> COLUMNS = columns();

    public FeedbackRow {
        said = List.copyOf(said);
        if (said.size() != SAID.size()) {
            throw new IllegalArgumentException("a row of feedback says " + SAID);
        }
    }

    private static List<String> columns() {
        List<String> all = new ArrayList<>(List.of("number"));
        all.addAll(SAID);
        all.addAll(List.of("signer", "hash", "signature"));
        return List.copyOf(all);
    }

    /** Signs a row. */
    public static FeedbackRow sign(String channel, String previous, int number, List<String> said, Sealing by) {
        byte[] content = content(channel, previous, number, said);
        return new FeedbackRow(number, said, by.verifying().id(), Sm3.of(content), by.sign(content));
    }

    private static byte[] content(String channel, String previous, int number, List<String> said) {
        List<String> cells = new ArrayList<>(List.of(channel, previous, Integer.toString(number)));
        cells.addAll(said);
        return Csv.line(cells);
    }

    /** Whether it is the row of that channel that follows the one with that hash. */
    boolean follows(String channel, String previous) {
        return Sm3.of(content(channel, previous, number, said)).equals(hash);
    }

    /** Whether that key signed it there. */
    boolean signedBy(VerifyingKey key, String channel, String previous) {
        return signer.equals(key.id()) && key.fits(content(channel, previous, number, said), signature);
    }

    /** The line of a file that it is. */
    byte[] line() {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
        cells.addAll(said);
        cells.addAll(List.of(signer, hash, signature));
        return Csv.line(cells);
    }

    /** The row that a line is, or null. */
    static @Nullable FeedbackRow of(byte[] line) {
        List<String> cells = LineReader.cells(line);
        int end = 1 + SAID.size();
        if (cells.size() != COLUMNS.size() || !cells.get(0).matches("[1-9][0-9]{0,8}")) {
            return null;
        }
        FeedbackRow row = new FeedbackRow(
                Integer.parseInt(cells.get(0)),
                cells.subList(1, end),
                cells.get(end),
                cells.get(end + 1),
                cells.get(end + 2));
        // written in the one way that there is
        return Arrays.equals(row.line(), line) ? row : null;
    }
}
