package org.doudi.cli.reconcile;

import java.io.Serializable;
import org.doudi.linkage.table.Reject;

/** Something in an input file that could not be used: where it is, what is wrong, and what its owner can do. */
public record InputProblem(String file, long line, String column, String value, String problem, String whatToDo)
        implements Serializable {

    /** What the reader of a list found. */
    public static InputProblem of(String file, Reject reject) {
        return new InputProblem(
                file, reject.line(), reject.column(), reject.value(), reject.problem(), reject.whatToDo());
    }

    /** A file that could not be used at all. */
    public static InputProblem ofFile(String file, String problem) {
        return new InputProblem(file, 0, "", "", problem, "");
    }
}
