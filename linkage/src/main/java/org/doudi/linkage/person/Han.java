package org.doudi.linkage.person;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Chinese characters folded to their simplified form and to the syllables they are read as, without tones. The table is made once, from
 * opencc4j (simplified forms) and houbb's pinyin (readings), both Apache-2.0, and kept as a resource; a test compares the two.
 */
public final class Han {
    static final int FIRST = 0x3400;
    static final int LAST = 0x9FFF;
    static final String RESOURCE = "han.bin";

    private static final char[] SIMPLIFIED = new char[LAST - FIRST + 1];
    private static final short[] READING = new short[LAST - FIRST + 1];
    private static final short[] OTHER_READING = new short[LAST - FIRST + 1];

    static {
        try (InputStream resource = Han.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the jar");
            }
            byte[] bytes = resource.readAllBytes();
            read(new DataInputStream(new java.io.ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Han() {}

    private static void read(DataInputStream in) throws IOException {
        for (int i = 0; i < SIMPLIFIED.length; i++) {
            SIMPLIFIED[i] = in.readChar();
        }
        for (int i = 0; i < READING.length; i++) {
            READING[i] = in.readShort();
        }
        for (int i = 0; i < OTHER_READING.length; i++) {
            OTHER_READING[i] = in.readShort();
        }
    }

    /** The simplified form of a character; itself if it has none. */
    public static char simplified(char c) {
        return c < FIRST || c > LAST ? c : SIMPLIFIED[c - FIRST];
    }

    /** The number of the usual syllable of a character, above 0; 0 if it is not read as one. */
    public static int syllable(char c) {
        return c < FIRST || c > LAST ? 0 : READING[c - FIRST];
    }

    /** The number of a second reading (as a surname, say); 0 if there is none. */
    public static int otherSyllable(char c) {
        return c < FIRST || c > LAST ? 0 : OTHER_READING[c - FIRST];
    }

    /** Whether two characters can be read alike. */
    public static boolean soundAlike(char a, char b) {
        int a1 = syllable(a);
        int b1 = syllable(b);
        if (a1 == 0 || b1 == 0) {
            return a == b;
        }
        int a2 = otherSyllable(a);
        int b2 = otherSyllable(b);
        return a1 == b1 || (a2 != 0 && (a2 == b1 || a2 == b2)) || (b2 != 0 && b2 == a1);
    }
}
