package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The door: every adult has signed the authorisation and the pledge, and no paper is missing (clauses 2.4-3, 3.4-4). */
final class Acceptance implements StepWork {
    @Override
    public Step step() {
        return Step.ACCEPTANCE;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(
                Field.required("authorised", Field.Kind.CHECK),
                Field.required("pledged", Field.Kind.CHECK),
                Field.required("papers", Field.Kind.CHECK),
                Field.optional("note", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
