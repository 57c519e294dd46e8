package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a kind of return, row by row. */
interface ReturnReader {
    /**
     * Reads a file to its end.
     *
     * @param expected what the file of the run was, which the return may name
     * @return what it says of all transfers together, with the number of its last row; null where it says nothing of that
     */
    @Nullable
    ReturnRow read(InputStream file, FileHead expected, Consumer<ReturnRow> rows) throws IOException;
}
