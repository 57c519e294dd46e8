package org.doudi.server.exchange.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.exchange.container.Fault.Place;

/** Writes and reads files of feedback: a signed header, and rows that are signed and chained each by itself. */
public final class FeedbackFile {
    private static final byte[] FIRST_LINE = Csv.line(FeedbackRow.COLUMNS);

    private FeedbackFile() {}

    /** Writes rows that follow each other, the first of them the row with that hash. */
    public static byte[] write(String channel, String previous, String madeOn, List<FeedbackRow> rows, Sealing by) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(FIRST_LINE);
        rows.forEach(row -> body.writeBytes(row.line()));
        FeedbackHead head = new FeedbackHead(
                channel,
                madeOn,
                rows.get(0).number(),
                previous,
                rows.size(),
                Sm3.of(body.toByteArray()),
                by.verifying().id());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(SignedHead.sign(SignedHead.Kind.FEEDBACK, head, by).bytes());
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    /**
     * Reads a file to its end. What it told by then counts only if this returns.
     *
     * @return the header, and the hash of the last row, which the next file has to name
     * @throws BrokenFile if it is not what was signed, with the line where it is not
     */
    public static Read read(InputStream in, VerifyingKey key, Consumer<FeedbackRow> rows) throws IOException {
        SignedHead signed = SignedHead.read(SignedHead.Kind.FEEDBACK, in);
        FeedbackHead head = signed.header(FeedbackHead.class);
        if (!head.signer().equals(key.id())) {
            throw new BrokenFile(Fault.at(Place.SIGNER));
        }
        if (!signed.signedBy(key)) {
            throw new BrokenFile(Fault.at(Place.SIGNATURE));
        }
        LineReader reader = new LineReader(in);
        Lines lines = new Lines();
        byte[] line = reader.next();
        if (!Arrays.equals(line, FIRST_LINE)) {
            throw new BrokenFile(new Fault(Place.FEEDBACK, 1));
        }
        lines.add(line);
        String previous = head.previous();
        int next = head.first();
        for (line = reader.next(); line.length > 0; line = reader.next()) {
            lines.add(line);
            FeedbackRow row = FeedbackRow.of(line);
            if (row == null || row.number() != next || !row.follows(head.channel(), previous)) {
                throw new BrokenFile(new Fault(Place.FEEDBACK, lines.count()));
            }
            if (!row.signedBy(key, head.channel(), previous)) {
                throw new BrokenFile(new Fault(Place.SIGNATURE, lines.count()));
            }
            rows.accept(row);
            previous = row.hash();
            next++;
        }
        if (next - head.first() != head.rows()) {
            throw new BrokenFile(Fault.at(Place.COUNT));
        }
        if (!lines.end(0, 0, 0, 0).hash().equals(head.hash())) {
            throw new BrokenFile(new Fault(Place.ROWS, 1));
        }
        return new Read(head, previous);
    }

    /** What was read. */
    public record Read(FeedbackHead head, String lastHash) {
        /** Whether it goes on where another one ended. */
        public boolean follows(Read before) {
            return head.channel().equals(before.head().channel())
                    && head.previous().equals(before.lastHash())
                    && head.first() == before.head().first() + before.head().rows();
        }
    }
}
