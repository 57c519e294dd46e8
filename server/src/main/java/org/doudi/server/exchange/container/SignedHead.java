package org.doudi.server.exchange.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.doudi.server.exchange.container.Fault.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The first three lines of a file: what it is, the header as JSON in one way (keys in the order of the record, no blanks, UTF-8), and the signature of both in
 * Base64. The rows follow as CSV.
 */
public record SignedHead(Kind kind, String header, String signature) {
    private static final int LONGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** What a file is. */
    public enum Kind {
        DELIVERY("DOUDI-DELIVERY 1"),
        RECEIPT("DOUDI-RECEIPT 1"),
        FEEDBACK("DOUDI-FEEDBACK 1");

        private final String line;

        Kind(String line) {
            this.line = line;
        }
    }

    /** Signs a header. */
    public static SignedHead sign(Kind kind, Object header, Sealing by) {
        String text = JSON.writeValueAsString(header);
        return new SignedHead(kind, text, by.sign(signed(kind, text)));
    }

    private static byte[] signed(Kind kind, String header) {
        return (kind.line + "\n" + header + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the three lines, which leaves the stream at the first row. */
    public static SignedHead read(Kind kind, InputStream in) throws IOException {
        if (!Arrays.equals(line(in, Place.KIND), kind.line.getBytes(StandardCharsets.US_ASCII))) {
            throw new BrokenFile(Fault.at(Place.KIND));
        }
        byte[] header = line(in, Place.HEADER);
        String text = new String(header, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), header)) {
            throw new BrokenFile(Fault.at(Place.HEADER));
        }
        return new SignedHead(kind, text, new String(line(in, Place.SIGNATURE), StandardCharsets.ISO_8859_1));
    }

    private static byte[] line(InputStream in, Place place) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0 || line.size() == LONGEST) {
                throw new BrokenFile(Fault.at(place));
            }
            line.write(one);
        }
        return line.toByteArray();
    }

    /** The header, if it is one and written in the one way that it can be. */
    public <T> T header(Class<T> type) {
        try {
            T read = JSON.readValue(header, type);
            if (read == null || !JSON.writeValueAsString(read).equals(header)) {
                throw new BrokenFile(Fault.at(Place.HEADER));
            }
            return read;
        } catch (JacksonException | NullPointerException e) {
            throw new BrokenFile(Fault.at(Place.HEADER));
        }
    }

    /** Whether that key signed it. */
    public boolean signedBy(VerifyingKey key) {
        return key.fits(signed(kind, header), signature);
    }

    /** The hash by which the next of the channel, and its receipts, name it. */
    public String hash() {
        return Sm3.of(signed(kind, header));
    }

    /** The three lines. */
    public byte[] bytes() {
        return (kind.line + "\n" + header + "\n" + signature + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
