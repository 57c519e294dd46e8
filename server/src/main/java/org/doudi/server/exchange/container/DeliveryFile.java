package org.doudi.server.exchange.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.exchange.container.DeliveryHead.Content;
import org.doudi.server.exchange.container.Fault.Place;
import org.jspecify.annotations.Nullable;

/** Checks a delivery, which is read once from its begin to its end. */
public final class DeliveryFile {
    /** The columns before those that were agreed. */
    public static final List<String> COLUMNS = List.of("row", "change");

    private final List<Fault> faults = new ArrayList<>();
    private @Nullable DeliveryHead head;
    private @Nullable SignedHead signed;

    private DeliveryFile() {}

    /**
     * Reads a delivery that is signed by a key.
     *
     * @param rows takes the key of each row that is on the list or left it
     */
    public static DeliveryFile check(InputStream in, VerifyingKey key, Consumer<String> rows) throws IOException {
        DeliveryFile file = new DeliveryFile();
        try {
            SignedHead signed = SignedHead.read(SignedHead.Kind.DELIVERY, in);
            file.signed = signed;
            DeliveryHead read = signed.header(DeliveryHead.class);
            file.head = read;
            if (!read.signer().equals(key.id())) {
                file.note(Place.SIGNER, 0);
            } else if (!signed.signedBy(key)) {
                file.note(Place.SIGNATURE, 0);
            }
            file.lines(new LineReader(in), read.content(), rows);
        } catch (BrokenFile e) {
            file.faults.add(e.fault());
        }
        return file;
    }

    /** Reads the rows of a delivery that was checked, each as its cells; the names of the columns come first. */
    public static void rows(InputStream in, Consumer<List<String>> rows) throws IOException {
        SignedHead.read(SignedHead.Kind.DELIVERY, in);
        LineReader reader = new LineReader(in);
        for (byte[] line = reader.next(); line.length > 0; line = reader.next()) {
            rows.accept(LineReader.cells(line));
        }
    }

    private void note(Place place, long line) {
        if (faults.stream().noneMatch(f -> f.place() == place)) {
            faults.add(new Fault(place, line));
        }
    }

    private void lines(LineReader reader, Content said, Consumer<String> rows) throws IOException {
        Lines lines = new Lines();
        int compared = 0;
        for (byte[] line = reader.next(); line.length > 0; line = reader.next()) {
            lines.add(line);
            if (lines.count() > 1) {
                rows.accept(LineReader.cells(line).get(0));
            }
            if (lines.bytes() > said.bytes()) {
                note(Place.TOO_LONG, lines.count());
                return;
            }
            compared = compare(lines, compared, said);
        }
        if (lines.bytes() < said.bytes()) {
            note(Place.CUT_OFF, lines.count());
        }
        long count = lines.count();
        Content found = lines.end(said.rows(), said.added(), said.changed(), said.gone());
        compare(lines, compared, said);
        if (faults.isEmpty() && !found.equals(said)) {
            note(Place.ROWS, 1);
        }
        if (faults.isEmpty() && count != 1 + said.rows() + said.gone()) {
            note(Place.COUNT, 0);
        }
    }

    private int compare(Lines lines, int compared, Content said) {
        int closed = lines.blocks().size();
        if (closed > compared
                && (closed > said.blocks().size()
                        || !lines.blocks().get(closed - 1).equals(said.blocks().get(closed - 1)))) {
            note(Place.ROWS, lines.blockStart());
        }
        return closed;
    }

    /** What is wrong with it. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** What it says of itself, null where that cannot be read. */
    public @Nullable DeliveryHead head() {
        return head;
    }

    /** The head as it was signed, null where there is none. */
    public @Nullable SignedHead signed() {
        return signed;
    }

    /** The hash that names it. */
    public String hash() {
        return signed == null ? Sm3.NOTHING : signed.hash();
    }
}
