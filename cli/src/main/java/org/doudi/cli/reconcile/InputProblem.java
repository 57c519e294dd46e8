package org.doudi.cli.reconcile;

import org.doudi.linkage.table.Reject;

/** Something in an input file that could not be used: where it is, what is wrong, and what its owner can do. */
record InputProblem(String file, long line, String column, String value, String problem, String whatToDo) {

    static InputProblem of(String file, Reject reject) {
        return new InputProblem(
                file, reject.line(), reject.column(), reject.value(), reject.problem(), reject.whatToDo());
    }

    /** A file that could not be used at all. */
    static InputProblem ofFile(String file, String problem) {
        return new InputProblem(file, 0, "", "", problem, "");
    }
}
