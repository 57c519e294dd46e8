package org.doudi.server.casework.step;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.casework.path.Step;

/** What one step asks of the person who does it, and when it may be called done. */
public interface StepWork {
    /** Which step. */
    Step step();

    /** What the form asks. */
    List<Field> fields(Stage stage);

    /** What is wrong with the form as a whole, beyond single fields. */
    List<Problem> whole(Entry entry, Stage stage);

    /** A notice is first posted, later taken down; every other step has one stage. */
    enum Stage {
        FIRST,
        SECOND
    }

    /** Everything that keeps the step from being done. */
    default List<Problem> problems(Entry entry, Stage stage) {
        List<Problem> problems = new ArrayList<>();
        for (Field field : fields(stage)) {
            entry.check(field).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            problems.addAll(whole(entry, stage));
        }
        return problems;
    }
}
