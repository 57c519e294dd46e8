package org.doudi.linkage.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a list, wherever they lie. */
public interface ListSource {
    /** What messages call the list. */
    Path name();

    /** The bytes from an offset to the end. */
    InputStream open(long offset) throws IOException;

    /** A file of this machine. */
    static ListSource of(Path file) {
        return new ListSource() {
            @Override
            public Path name() {
                return file;
            }

            @Override
            public InputStream open(long offset) throws IOException {
                SeekableByteChannel channel = Files.newByteChannel(file);
                channel.position(offset);
                return Channels.newInputStream(channel);
            }
        };
    }
}
