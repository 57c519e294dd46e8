package org.doudi.cli;

import org.doudi.linkage.assign.Assignment;
import picocli.CommandLine.Option;

/** The option that says how many rows may be one. */
public final class ShapeOption {
    @Option(names = "--many-to-one", description = "several left rows may be one right row")
    private boolean manyToOne;

    /** The shape of the result. */
    public Assignment.Shape shape() {
        return manyToOne ? Assignment.Shape.MANY_TO_ONE : Assignment.Shape.ONE_TO_ONE;
    }
}
