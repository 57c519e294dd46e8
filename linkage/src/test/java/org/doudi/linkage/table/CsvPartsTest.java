package org.doudi.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvPartsTest {
    private static final int OFFSET = 5;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record InMemory(byte[] bytes) implements ListSource {
        @Override
        public Path name() {
            return Path.of("list.csv");
        }

        @Override
        public InputStream open(long offset) {
            return new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset);
        }
    }

    @Test
    void TAB16_lines_that_begin_in_a_range_are_counted_wherever_their_ends_lie() throws IOException {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] text = new byte[random.nextInt(seed % 10 == 0 ? 200_000 : 300) + OFFSET + 1];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) "\n\r\u000B\u008A".charAt(random.nextInt(4));
                if (random.nextInt(seed % 20 + 1) > 0) {
                    text[i] = (byte) random.nextInt(14, 256);
                }
            }
            CsvParts.Layout layout = new CsvParts.Layout("UTF-8", ',', 1, List.of("a"), 2, OFFSET);
            int middle = OFFSET + random.nextInt(text.length - OFFSET);
            assertThat(CsvParts.lines(new InMemory(text), layout, OFFSET, middle))
                    .as("seed %d", seed)
                    .isEqualTo(counted(text, OFFSET, middle));
            assertThat(CsvParts.lines(new InMemory(text), layout, middle, text.length))
                    .as("seed %d", seed)
                    .isEqualTo(counted(text, middle, text.length));
        }
    }

    private static CsvParts.Lines counted(byte[] text, int from, int to) {
        long begins = 0;
        long first = to;
        for (int i = Math.max(from, OFFSET + 1); i < to; i++) {
            if (text[i - 1] == '\n' || (text[i - 1] == '\r' && text[i] != '\n')) {
                first = begins == 0 ? i : first;
                begins++;
            }
        }
        return new CsvParts.Lines(begins, first);
    }
}
