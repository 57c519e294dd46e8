package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a kind of return, row by row. */
interface ReturnReader {
    /**
     * Reads a file to its end.
     *
     * @param expected what the file of the run was, which the return may name
     */
    void read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) throws IOException;
}
