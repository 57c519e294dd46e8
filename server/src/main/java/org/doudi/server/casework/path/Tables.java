package org.doudi.server.casework.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the small tables that come with the platform. */
final class Tables {
    private Tables() {}

    /** The cells of the rows below the head; the last of so many columns may hold commas. */
    static List<String[]> rows(String name, int columns) {
        try (InputStream in =
                        Objects.requireNonNull(Tables.class.getResourceAsStream("/org/doudi/server/casework/" + name));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", columns)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
