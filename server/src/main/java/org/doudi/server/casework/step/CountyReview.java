package org.doudi.server.casework.step;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.casework.path.Step;

/** The county checks the file, and visits three of ten households, every relative and every complaint (clause 2.1-1). */
final class CountyReview implements StepWork {
    @Override
    public Step step() {
        return Step.COUNTY_REVIEW;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(
                Field.choice("visit", "VISITED", "NOT_VISITED"),
                Field.optional("visitedOn", Field.Kind.DATE),
                Field.optional("visitFinding", Field.Kind.WORDS),
                Field.required("opinion", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        List<Problem> problems = new ArrayList<>();
        boolean visited = entry.text("visit").equals("VISITED");
        if (entry.visit() == Entry.Visit.REQUIRED && !visited) {
            problems.add(Problem.of("visit", "visit-required"));
        }
        if (visited && entry.text("visitedOn").isEmpty()) {
            problems.add(Problem.of("visitedOn", "missing"));
        }
        if (visited && entry.text("visitFinding").isEmpty()) {
            problems.add(Problem.of("visitFinding", "missing"));
        }
        return problems;
    }
}
