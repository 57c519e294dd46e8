package org.doudi.linkage.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The character encoding of a text list, told from its first megabytes. */
record Encoding(Charset charset, int byteOrderMark) {
    private static final int SAMPLE = 1 << 20;
    static final Charset GB18030 = Charset.forName("GB18030");

    static Encoding of(ListSource source) throws IOException {
        byte[] sample;
        try (InputStream in = source.open(0)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (ListReader.startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (ListReader.startsWith(sample, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (ListReader.startsWith(sample, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        long badUtf8 = malformed(sample, StandardCharsets.UTF_8);
        if (badUtf8 == 0) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        // a damaged UTF-8 file has few bad places; Chinese text in GB18030 is bad nearly everywhere
        long badGb = malformed(sample, GB18030);
        return new Encoding(badGb * 4 < badUtf8 ? GB18030 : StandardCharsets.UTF_8, 0);
    }

    /** How many places of the sample the charset cannot read; a character cut at the end does not count. */
    private static long malformed(byte[] sample, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(sample);
        CharBuffer out = CharBuffer.allocate(1 << 14);
        long bad = 0;
        while (true) {
            CoderResult result = decoder.decode(in, out, false);
            out.clear();
            if (result.isError()) {
                bad++;
                in.position(in.position() + result.length());
            } else if (result.isUnderflow()) {
                return bad;
            }
        }
    }
}
