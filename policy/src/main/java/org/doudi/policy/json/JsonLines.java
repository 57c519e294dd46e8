package org.doudi.policy.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JSON Lines into batches of whole lines, in bounded memory. A line ends with a line feed or with the stream. Blank
 * lines hold no household and are passed over; they count in line numbers. Of a line longer than {@link #LONGEST_LINE} only the
 * beginning is kept.
 */
public final class JsonLines {
    /** The longest line that is read, in bytes. */
    public static final int LONGEST_LINE = 1 << 20;

    private static final int BATCH_BYTES = 1 << 18;

    private final InputStream in;
    private byte[] rest = new byte[0];
    private int restLength;
    private long nextLine;
    private boolean ended;

    /** Reads from a stream, which the caller closes. */
    public JsonLines(InputStream in) {
        this(in, 1);
    }

    /** Reads from a stream that begins in the middle, on the line of a certain number. */
    public JsonLines(InputStream in, long firstLine) {
        this.in = in;
        this.nextLine = firstLine;
    }

    /** Some lines of a stream, in their order. */
    public static final class Batch {
        private final byte[] bytes;
        private int[] offsets = new int[64];
        private int[] lengths = new int[64];
        private long[] numbers = new long[64];
        private int count;

        Batch(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes that the lines are in. */
        public byte[] bytes() {
            return bytes;
        }

        /** How many lines there are. */
        public int count() {
            return count;
        }

        /** Where a line begins. */
        public int offset(int line) {
            return offsets[line];
        }

        /** How long a line is, without its end. */
        public int length(int line) {
            return lengths[line];
        }

        /** The line's number in the stream, from 1. */
        public long number(int line) {
            return numbers[line];
        }

        /** Whether only the beginning of the line is there. */
        public boolean tooLong(int line) {
            return lengths[line] > LONGEST_LINE;
        }

        void add(int offset, int length, long number) {
            if (count == offsets.length) {
                offsets = Arrays.copyOf(offsets, count * 2);
                lengths = Arrays.copyOf(lengths, count * 2);
                numbers = Arrays.copyOf(numbers, count * 2);
            }
            offsets[count] = offset;
            lengths[count] = length;
            numbers[count] = number;
            count++;
        }
    }

    /**
     * The next lines, or null at the end.
     *
     * @throws IOException when the stream cannot be read
     */
    public @Nullable Batch next() throws IOException {
        while (!ended) {
            byte[] bytes = Arrays.copyOf(rest, Math.max(BATCH_BYTES, restLength * 2));
            int length = fill(bytes, restLength);
            Batch batch = new Batch(bytes);
            int start = lines(batch, bytes, length);
            keep(bytes, start, length);
            if (restLength > LONGEST_LINE) {
                skipLine(batch, start, length);
            } else if (ended && restLength > 0) {
                add(batch, start, length);
                restLength = 0;
            }
            if (batch.count > 0) {
                return batch;
            }
        }
        return null;
    }

    /** Fills the array as far as the stream goes; says how far. */
    private int fill(byte[] bytes, int from) throws IOException {
        int length = from;
        while (length < bytes.length) {
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                ended = true;
                break;
            }
            length += read;
            if (in.available() == 0 && length > from && hasLineEnd(bytes, from, length)) {
                // what came so far is whole lines: answer them instead of waiting for a slow sender
                break;
            }
        }
        return length;
    }

    private static boolean hasLineEnd(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Adds every whole line; says where the rest begins. */
    private int lines(Batch batch, byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                add(batch, start, i);
                start = i + 1;
            }
        }
        return start;
    }

    private void add(Batch batch, int start, int end) {
        long number = nextLine++;
        for (int i = start; i < end; i++) {
            byte b = batch.bytes[i];
            if (b != ' ' && b != '\t' && b != '\r') {
                batch.add(start, end - start, number);
                return;
            }
        }
    }

    private void keep(byte[] bytes, int start, int length) {
        restLength = length - start;
        if (rest.length < restLength) {
            rest = new byte[restLength];
        }
        System.arraycopy(bytes, start, rest, 0, restLength);
    }

    /** Answers for a line whose end is not in sight, and passes over the rest of it. */
    private void skipLine(Batch batch, int start, int length) throws IOException {
        batch.add(start, length - start, nextLine++);
        restLength = 0;
        byte[] some = new byte[BATCH_BYTES];
        while (!ended) {
            int read = in.read(some);
            if (read < 0) {
                ended = true;
                return;
            }
            for (int i = 0; i < read; i++) {
                if (some[i] == '\n') {
                    keep(some, i + 1, read);
                    return;
                }
            }
        }
    }
}
