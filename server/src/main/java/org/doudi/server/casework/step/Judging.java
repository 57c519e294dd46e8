package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The opinion on each benefit, of the township (clause 2.2-6) and then of the county (clauses 2.1-1, 2.2-1). */
record Judging(Step step) implements StepWork {
    @Override
    public List<Field> fields(Stage stage) {
        return List.of(Field.required("opinion", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
