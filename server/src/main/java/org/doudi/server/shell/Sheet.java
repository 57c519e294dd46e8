package org.doudi.server.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.linkage.table.XlsxListWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A list as a sheet to keep; what is beyond the most rows that a reader of sheets stands is left out. */
public final class Sheet {
    private static final int MOST = 200_000;

    private final XlsxListWriter writer;
    private int rows;

    private Sheet(XlsxListWriter writer) {
        this.writer = writer;
    }

    /** Adds a row. */
    public void row(List<String> cells) {
        if (rows++ < MOST) {
            try {
                writer.row(cells);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A file of that name with what {@code fill} adds. */
    public static ResponseEntity<byte[]> download(
            String name, String title, List<String> header, Consumer<Sheet> fill) {
        try {
            Path file = Files.createTempFile("doudi-sheet", ".xlsx");
            try {
                try (XlsxListWriter writer = new XlsxListWriter(file, title, header)) {
                    fill.accept(new Sheet(writer));
                }
                return ResponseEntity.ok()
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .header(
                                HttpHeaders.CONTENT_TYPE,
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .body(Files.readAllBytes(file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
