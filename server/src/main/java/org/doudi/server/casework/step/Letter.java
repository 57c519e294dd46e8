package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The letter reaches the family (clause 2.1-1). */
final class Letter implements StepWork {
    @Override
    public Step step() {
        return Step.LETTER;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(
                Field.required("deliveredOn", Field.Kind.DATE),
                Field.choice("delivery", "BY_HAND", "BY_POST", "BY_VILLAGE"),
                Field.required("receivedBy", Field.Kind.TEXT));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
