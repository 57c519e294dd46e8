package org.doudi.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;

/** A file of texts, as the tests look into it. */
public final class MessageFile {
    static final Path RESOURCES = Path.of("src", "main", "resources");

    private MessageFile() {}

    /** The keys of a file. */
    public static Set<String> keys(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(RESOURCES.resolve("messages").resolve(file + ".properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames();
    }

    /** Fails unless the file has a text for every code, between these two pieces of a key. */
    public static void hasWords(String file, String prefix, Enum<?>[] codes, String end) {
        assertThat(keys(file))
                .containsAll(
                        Arrays.stream(codes).map(c -> prefix + c.name() + end).toList());
    }
}
