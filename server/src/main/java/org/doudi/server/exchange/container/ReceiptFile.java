package org.doudi.server.exchange.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.exchange.container.Fault.Place;

/** Writes and reads receipts. */
public final class ReceiptFile {
    private static final byte[] FIRST_LINE = Csv.line(Handling.COLUMNS);

    private ReceiptFile() {}

    /** To what a receipt answers, and as which. */
    public record Answer(DeliveryHead delivery, String hash, int number, String receivedOn) {}

    /** Writes a receipt with what became of some rows, or of none yet. */
    public static void write(Answer answer, List<Handling> rows, Sealing by, OutputStream to) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(FIRST_LINE);
        rows.forEach(r -> body.writeBytes(r.line()));
        ReceiptHead head = new ReceiptHead(
                answer.delivery().channel(),
                answer.delivery().version(),
                answer.hash(),
                answer.number(),
                answer.receivedOn(),
                rows.size(),
                Sm3.of(body.toByteArray()),
                by.verifying().id());
        to.write(SignedHead.sign(SignedHead.Kind.RECEIPT, head, by).bytes());
        body.writeTo(to);
    }

    /** What rows say that lie in a file of their own, without a signature. */
    public static void rows(InputStream in, Consumer<Handling> rows) throws IOException {
        LineReader reader = new LineReader(in);
        read(reader, new Lines(), rows);
    }

    /**
     * Reads a receipt to its end. What it told by then counts only if this returns.
     *
     * @throws BrokenFile if it is not what the receiver signed
     */
    public static ReceiptHead read(InputStream in, VerifyingKey key, Consumer<Handling> rows) throws IOException {
        SignedHead signed = SignedHead.read(SignedHead.Kind.RECEIPT, in);
        ReceiptHead head = signed.header(ReceiptHead.class);
        if (!head.signer().equals(key.id())) {
            throw new BrokenFile(Fault.at(Place.SIGNER));
        }
        if (!signed.signedBy(key)) {
            throw new BrokenFile(Fault.at(Place.SIGNATURE));
        }
        Lines lines = new Lines();
        read(new LineReader(in), lines, rows);
        long count = lines.count() - 1;
        if (!lines.end(0, 0, 0, 0).hash().equals(head.hash())) {
            throw new BrokenFile(new Fault(Place.ROWS, 1));
        }
        if (count != head.rows()) {
            throw new BrokenFile(Fault.at(Place.COUNT));
        }
        return head;
    }

    private static void read(LineReader reader, Lines lines, Consumer<Handling> rows) throws IOException {
        byte[] first = reader.next();
        lines.add(first);
        if (!Arrays.equals(first, FIRST_LINE)) {
            throw new BrokenFile(new Fault(Place.FEEDBACK, 1));
        }
        for (byte[] line = reader.next(); line.length > 0; line = reader.next()) {
            lines.add(line);
            rows.accept(Handling.of(line, lines.count()));
        }
    }
}
