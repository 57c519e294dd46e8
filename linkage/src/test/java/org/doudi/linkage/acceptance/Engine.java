package org.doudi.linkage.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.assign.Assignment;

/** An engine that links lists of people. What it refuses, it refuses with an exception whose message says why. */
public interface Engine {
    /** Links two lists and writes the files of the result into a folder. */
    void link(Path left, Path right, Path out, Assignment.Shape shape) throws IOException;

    /** Clears a list of duplicates and writes the files of the result into a folder. */
    void dedupe(Path list, Path out) throws IOException;
}
