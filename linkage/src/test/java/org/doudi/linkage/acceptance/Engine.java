package org.doudi.linkage.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.assign.Assignment;

/** An engine that links lists. What it refuses, it refuses with an exception whose message says why. */
public interface Engine {
    /** Links two lists of people and writes the files of the result into a folder. */
    void link(Path left, Path right, Path out, Assignment.Shape shape) throws IOException;

    /** Clears a list of people of duplicates and writes the files of the result into a folder. */
    void dedupe(Path list, Path out) throws IOException;

    /** Links two lists of records that a schema describes. */
    void link(Path config, Path left, Path right, Path out, Assignment.Shape shape) throws IOException;

    /** Clears a list of records that a schema describes of duplicates. */
    void dedupe(Path config, Path list, Path out) throws IOException;
}
