package org.doudi.server.casework.step;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.casework.path.Step;

/** A notice where people live: posted with proof, up for its days, taken down when no objection waits (clause 2.4-11). */
record Notice(Step step, int days) implements StepWork {
    @Override
    public List<Field> fields(Stage stage) {
        return stage == Stage.FIRST
                ? List.of(Field.required("place", Field.Kind.TEXT), Field.required("proof", Field.Kind.PICTURE))
                : List.of(Field.required("takenDown", Field.Kind.CHECK), Field.optional("note", Field.Kind.WORDS));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        if (stage == Stage.FIRST) {
            return List.of();
        }
        if (entry.objections() > 0) {
            return List.of(Problem.of("takenDown", "objections", entry.objections()));
        }
        LocalDate last = entry.posted().plusDays(days - 1L);
        return entry.today().isAfter(last)
                ? List.of()
                : List.of(Problem.of("takenDown", "notice-runs", entry.posted().toString(), last.toString()));
    }
}
