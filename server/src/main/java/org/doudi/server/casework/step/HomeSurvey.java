package org.doudi.server.casework.step;

import java.util.List;
import org.doudi.server.casework.path.Step;

/** The survey at home: two people, place, photo, signature (clauses 2.2-6, 2.4-2). */
final class HomeSurvey implements StepWork {
    @Override
    public Step step() {
        return Step.HOME_SURVEY;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(
                Field.required("surveyedOn", Field.Kind.DATE),
                Field.required("surveyor1", Field.Kind.TEXT),
                Field.required("surveyor2", Field.Kind.TEXT),
                Field.required("place", Field.Kind.TEXT),
                Field.required("housing", Field.Kind.WORDS),
                Field.optional("different", Field.Kind.WORDS),
                Field.required("photo", Field.Kind.PICTURE),
                Field.required("familySigned", Field.Kind.CHECK));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return entry.text("surveyor1").equals(entry.text("surveyor2"))
                ? List.of(Problem.of("surveyor2", "two-surveyors"))
                : List.of();
    }
}
