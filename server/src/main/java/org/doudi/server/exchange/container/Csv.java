package org.doudi.server.exchange.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of CSV: a comma between cells, quotes only where a cell needs them, one LF at the end. */
public final class Csv {
    private Csv() {}

    /** A line with its end. */
    public static byte[] line(List<String> cells) {
        return (cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        String plain = text.replaceAll("[\\r\\n]+", " ");
        boolean quotes = plain.indexOf(',') >= 0 || plain.indexOf('"') >= 0;
        return quotes ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
