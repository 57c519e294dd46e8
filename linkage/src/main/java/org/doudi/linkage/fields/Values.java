package org.doudi.linkage.fields;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The different values of fields of one kind, each with a number from 1: their UTF-8 bytes in one block, found by their hash. The hash is
 * the same wherever a value is met, the number is not.
 */
final class Values implements Serializable {
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[1 << 10];
    private int[] ends = new int[1 << 6];
    private long[] hashes = new long[1 << 6];
    private int[] slots = new int[1 << 8];
    private int size = 1;

    /** The number of a value; a new one if it was not met before. */
    int number(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return number(utf8, 0, utf8.length);
    }

    /** The number of the value whose bytes stand at a place. */
    int number(byte[] from, int at, int length) {
        long hash = hash(from, at, length);
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int known = slots[slot];
            int start = start(known);
            if (hashes[known] == hash && Arrays.equals(bytes, start, ends[known], from, at, at + length)) {
                return known;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = size;
        add(hash, from, at, length);
        return size - 1;
    }

    private void add(long hash, byte[] from, int at, int length) {
        int start = ends[size - 1];
        int end = start + length;
        if (end < 0) {
            throw new IllegalStateException("the different values of one kind are more than 2 GB of text");
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(LONGEST_ARRAY, bytes.length * 2L)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        System.arraycopy(from, at, bytes, start, length);
        ends[size] = end;
        hashes[size++] = hash;
        if (size * 2 > slots.length) {
            spread();
        }
    }

    private void spread() {
        slots = new int[slots.length * 2];
        for (int number = 1; number < size; number++) {
            int slot = (int) hashes[number] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }

    /** Every bit of every byte moves every bit of the hash. */
    private static long hash(byte[] text, int at, int length) {
        long hash = 0xCBF29CE484222325L;
        for (int i = at; i < at + length; i++) {
            hash = (hash ^ (text[i] & 0xFF)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return hash ^ hash >>> 31;
    }

    String text(int number) {
        int start = start(number);
        return new String(bytes, start, ends[number] - start, StandardCharsets.UTF_8);
    }

    long hash(int number) {
        return hashes[number];
    }

    /** How many bytes a value has. */
    int length(int number) {
        return ends[number] - start(number);
    }

    /** Copies the bytes of a value. */
    void copy(int number, byte[] to, int at) {
        System.arraycopy(bytes, start(number), to, at, length(number));
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** One more than the highest number. */
    int size() {
        return size;
    }
}
