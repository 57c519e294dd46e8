package org.doudi.bench.policy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The least that any assessment of JSON costs: read every token of a file and write it to another. */
public final class JsonCopy {
    private JsonCopy() {}

    /** Arguments: the file to read, the file to write. */
    public static void main(String[] args) throws IOException {
        JsonFactory factory = JsonFactory.builder().rootValueSeparator("\n").build();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(args[0])));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])));
                JsonParser parser = factory.createParser(ObjectReadContext.empty(), in);
                JsonGenerator generator = factory.createGenerator(ObjectWriteContext.empty(), out)) {
            while (parser.nextToken() != null) {
                generator.copyCurrentEvent(parser);
            }
        }
    }
}
