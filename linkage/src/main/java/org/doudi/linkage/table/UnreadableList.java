package org.doudi.linkage.table;

import java.nio.file.Path;

/** A list that cannot be used at all; the message names the file, the place in it and what to do. */
public final class UnreadableList extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /** Makes the message {@code FILE, line L: problem. What to do.}; line 0 names the file alone. */
    public UnreadableList(Path file, long line, String problem, String whatToDo) {
        this(file, (line > 0 ? ", line " + line : "") + ": " + problem + ". " + whatToDo);
    }

    private UnreadableList(Path file, String found) {
        super(file + found);
        this.found = found;
    }

    /** The same of a file that goes by another name. */
    public UnreadableList of(Path file) {
        return new UnreadableList(file, found);
    }
}
