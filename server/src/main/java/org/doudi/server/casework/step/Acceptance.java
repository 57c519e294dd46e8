package org.doudi.server.casework.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.path.Step;

/** The door: every adult has signed the authorisation and the pledge, and no paper is missing (clauses 2.4-3, 3.4-4). */
record Acceptance(Map<String, String> adults) implements StepWork {
    @Override
    public Step step() {
        return Step.ACCEPTANCE;
    }

    @Override
    public List<Field> fields(Stage stage) {
        List<Field> fields = new ArrayList<>();
        adults.forEach((number, name) -> {
            fields.add(Field.signature("authorisation", number, name));
            fields.add(Field.signature("pledge", number, name));
        });
        fields.add(Field.required("paper.application", Field.Kind.CHECK));
        fields.add(Field.required("paper.identity", Field.Kind.CHECK));
        fields.add(Field.required("paper.income", Field.Kind.CHECK));
        fields.add(Field.optional("paper.illness", Field.Kind.CHECK));
        fields.add(Field.choice("relative", "NO", "YES"));
        fields.add(Field.optional("note", Field.Kind.WORDS));
        return fields;
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
