package org.doudi.linkage.table;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The keys of the rows of one list, as UTF-8 bytes in one block. A row without a key of its own goes by its number: the first row after
 * the header is 1, rejected rows counted.
 */
public final class RowKeys implements Serializable {
    private byte[] bytes = new byte[1 << 16];
    private int used;
    private int[] ends = new int[1 << 12];
    private int[] lines = new int[1 << 12];
    private int rows;
    private boolean plain = true;
    private final BitSet numbered = new BitSet();

    /** Adds the key of the next row, which begins on this line of its file. */
    public void add(long line, char[] text, int offset, int length) {
        reserve(3 * length);
        boolean ascii = true;
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            bytes[used + i] = (byte) c;
            ascii &= c < 0x80;
            plain &= wordly(c);
        }
        if (ascii) {
            used += length;
        } else {
            byte[] encoded = new String(text, offset, length).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(encoded, 0, bytes, used, encoded.length);
            used += encoded.length;
        }
        end(line);
    }

    /** Adds the key of the next row, which is known as bytes. */
    public void add(long line, byte[] utf8) {
        reserve(utf8.length);
        for (byte b : utf8) {
            plain &= wordly((char) (b & 0xFF));
        }
        System.arraycopy(utf8, 0, bytes, used, utf8.length);
        used += utf8.length;
        end(line);
    }

    private static boolean wordly(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }

    private void reserve(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(used + more, bytes.length + (bytes.length >> 1)));
        }
    }

    private void end(long line) {
        if (rows == ends.length) {
            ends = Arrays.copyOf(ends, ends.length + (ends.length >> 1));
            lines = Arrays.copyOf(lines, ends.length);
        }
        lines[rows] = (int) line;
        ends[rows++] = used;
    }

    /** Adds a row that goes by its number. */
    public void addNumber(long line, long number) {
        char[] digits = Long.toString(number).toCharArray();
        numbered.set(rows);
        add(line, digits, 0, digits.length);
    }

    /** The keys of rows before which so many others come: those that go by their number go by a higher one. */
    public RowKeys after(long before) {
        if (numbered.isEmpty() || before == 0) {
            return this;
        }
        RowKeys shifted = new RowKeys();
        for (int row = 0; row < rows; row++) {
            if (numbered.get(row)) {
                shifted.addNumber(lines[row], Long.parseLong(get(row)) + before);
            } else {
                char[] key = get(row).toCharArray();
                shifted.add(lines[row], key, 0, key.length);
            }
        }
        return shifted;
    }

    /** Whether all keys are letters, digits and underlines, which need no care in a csv. */
    public boolean plain() {
        return plain;
    }

    /** Number of rows. */
    public int size() {
        return rows;
    }

    /** The key of a row. */
    public String get(int row) {
        int start = start(row);
        return new String(bytes, start, ends[row] - start, StandardCharsets.UTF_8);
    }

    /** The line of the file on which a row begins. */
    public int line(int row) {
        return lines[row];
    }

    /** Where the key of a row begins in {@link #bytes()}. */
    public int start(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }

    /** Where the key of a row ends in {@link #bytes()}. */
    public int end(int row) {
        return ends[row];
    }

    /** The block of all keys; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
