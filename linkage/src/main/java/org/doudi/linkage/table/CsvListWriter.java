package org.doudi.linkage.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a csv list; no cell of it can be run as a formula. */
public final class CsvListWriter implements Closeable {
    private final CsvWriter csv;

    /** UTF-8 without byte order mark, for programs. */
    public CsvListWriter(Path file, List<String> header) throws IOException {
        this(file, StandardCharsets.UTF_8, header);
    }

    /** In the charset the receiver wants; characters it lacks become question marks. */
    public CsvListWriter(Path file, Charset charset, List<String> header) throws IOException {
        this(new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), charset), header);
    }

    /** On a writer of the caller's, which {@link #close} closes. */
    public CsvListWriter(Writer out, List<String> header) {
        this(out);
        row(header);
    }

    /** On a writer of the caller's, without a header: the rows go on a list that was begun elsewhere. */
    public CsvListWriter(Writer out) {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /** Writes one row. */
    public void row(List<String> cells) {
        var record = csv.writeRecord();
        for (String cell : cells) {
            record.writeField(SafeCells.neutral(cell));
        }
        record.endRecord();
    }

    /** Writes one row. */
    public void row(String... cells) {
        row(List.of(cells));
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
