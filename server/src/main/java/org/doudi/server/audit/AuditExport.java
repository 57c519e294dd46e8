package org.doudi.server.audit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The trail as a file of JSON lines, each with one entry or one sealed head, which can be verified without the platform. */
public final class AuditExport implements AuditSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private AuditExport(Path file) {
        this.file = file;
    }

    /** One line of the file. */
    record Line(@Nullable AuditEntry entry, @Nullable ChainHead head) {}

    /** An export to read. */
    public static AuditExport at(Path file) {
        return new AuditExport(file);
    }

    /** Writes all of a trail to the file. */
    public static AuditExport write(AuditSource source, Path file) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            source.read(new Reader() {
                @Override
                public void entry(AuditEntry entry) {
                    line(writer, new Line(entry, null));
                }

                @Override
                public void head(ChainHead head) {
                    line(writer, new Line(null, head));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
        return new AuditExport(file);
    }

    private static void line(BufferedWriter writer, Line line) {
        try {
            writer.write(JSON.writeValueAsString(line));
            writer.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be written", e);
        }
    }

    @Override
    public void read(Reader reader) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                Line line = JSON.readValue(text, Line.class);
                AuditEntry entry = line.entry();
                ChainHead head = line.head();
                if (entry != null) {
                    reader.entry(entry);
                } else if (head != null) {
                    reader.head(head);
                } else {
                    throw new IllegalArgumentException("line " + number + " has neither an entry nor a head");
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + number + " is not one of an export", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the export could not be read", e);
        }
    }
}
