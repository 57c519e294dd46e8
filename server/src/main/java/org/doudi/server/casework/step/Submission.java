package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The file goes to the county (clause 2.1-1). */
final class Submission implements StepWork {
    @Override
    public Step step() {
        return Step.SUBMISSION;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(Field.required("complete", Field.Kind.CHECK), Field.optional("note", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
