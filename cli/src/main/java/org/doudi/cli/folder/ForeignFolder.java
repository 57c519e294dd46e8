package org.doudi.cli.folder;

/** The place to write to holds something that is not ours to replace; the message says what to do. */
public final class ForeignFolder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ForeignFolder(String message) {
        super(message);
    }
}
