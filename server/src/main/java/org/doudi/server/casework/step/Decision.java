package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The county decides on each benefit (clauses 2.1-1, 2.2-1). */
final class Decision implements StepWork {
    @Override
    public Step step() {
        return Step.DECISION;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(Field.required("opinion", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
