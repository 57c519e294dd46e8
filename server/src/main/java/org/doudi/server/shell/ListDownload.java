package org.doudi.server.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list as a file to keep. */
public final class ListDownload {
    /** Spreadsheet programs in Chinese offices open a csv as GB18030. */
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Row to;

    private ListDownload(Row to) {
        this.to = to;
    }

    /** What kind of file it is. */
    public enum Format {
        CSV("csv", "text/csv;charset=GB18030"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String ending;

        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }
    }

    /**
     * What the file is called, and what stands above its rows.
     *
     * @param name without its ending
     * @param title of the sheet
     */
    public record Head(String name, String title, List<String> columns) {
        public Head {
            columns = List.copyOf(columns);
        }

        /**
         * A head in words.
         *
         * @param words what a key of the message files says
         * @param title the title's key
         * @param prefix what stands before the columns in their keys
         */
        public static Head of(
                UnaryOperator<String> words, String name, String title, String prefix, String... columns) {
            return new Head(
                    name,
                    words.apply(title),
                    Stream.of(columns)
                            .map(column -> words.apply(prefix + column))
                            .toList());
        }
    }

    @FunctionalInterface
    private interface Row {
        void write(List<String> cells) throws IOException;
    }

    /** Adds a row. */
    public void row(List<String> cells) {
        try {
            to.write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with what {@code fill} adds. */
    public static ResponseEntity<byte[]> of(Format format, Head head, Consumer<ListDownload> fill) {
        try {
            Path file = Files.createTempFile("doudi-list", "." + format.ending);
            try {
                write(format, head, file, fill);
                return ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(format.type))
                        .cacheControl(CacheControl.noStore())
                        .headers(headers -> headers.setContentDisposition(ContentDisposition.attachment()
                                .filename(head.name() + "." + format.ending, StandardCharsets.UTF_8)
                                .build()))
                        .body(Files.readAllBytes(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Format format, Head head, Path file, Consumer<ListDownload> fill) throws IOException {
        if (format == Format.CSV) {
            try (CsvListWriter csv = new CsvListWriter(file, GB18030, head.columns())) {
                fill.accept(new ListDownload(csv::row));
            }
        } else {
            try (XlsxListWriter xlsx = new XlsxListWriter(file, head.title(), head.columns())) {
                fill.accept(new ListDownload(xlsx::row));
            }
        }
    }
}
