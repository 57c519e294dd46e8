package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The opinion of the township on each benefit (clause 2.2-6). */
final class TownshipReview implements StepWork {
    @Override
    public Step step() {
        return Step.TOWNSHIP_REVIEW;
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
