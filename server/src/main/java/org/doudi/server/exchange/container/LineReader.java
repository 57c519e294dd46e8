package org.doudi.server.exchange.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.exchange.container.Fault.Place;

/** Lines of rows, one after the other, none of them longer than a row can be. */
final class LineReader {
    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line with its end; empty when there is none. A last line may lack its end. */
    byte[] next() throws IOException {
        line.reset();
        number++;
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (line.size() == LONGEST) {
                throw new BrokenFile(new Fault(Place.ROWS, number));
            }
            line.write(one);
            if (one == '\n') {
                break;
            }
        }
        return line.toByteArray();
    }

    /** The cells of a line. */
    static List<String> cells(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8).strip();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
