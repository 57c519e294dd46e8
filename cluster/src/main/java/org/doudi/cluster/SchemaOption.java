package org.doudi.cluster;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.doudi.linkage.fields.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says what the records of the lists are, if they are not people. */
final class SchemaOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML schema of the records, in any file system; without it the lists are lists of people")
    private @Nullable String config;

    /**
     * The schema, or null for lists of people.
     *
     * @throws org.doudi.linkage.table.UnreadableList if it cannot be used
     */
    @Nullable
    Schema schema(Configuration hadoop) throws IOException {
        String file = config;
        if (file == null) {
            return null;
        }
        Path path = new Path(file);
        try (InputStream in = path.getFileSystem(hadoop).open(path)) {
            return Schema.of(name(), in.readNBytes(Schema.LARGEST + 1));
        } catch (FileNotFoundException e) {
            throw Schema.absent(name());
        }
    }

    /** What messages call the schema. */
    java.nio.file.Path name() {
        return java.nio.file.Path.of(String.valueOf(config));
    }
}
