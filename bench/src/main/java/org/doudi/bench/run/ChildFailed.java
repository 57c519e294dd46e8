package org.doudi.bench.run;

/** A program that was to be measured did not do its work; the message says which and how it ended. */
public final class ChildFailed extends Exception {
    private static final long serialVersionUID = 1;

    ChildFailed(String message) {
        super(message);
    }

    ChildFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
