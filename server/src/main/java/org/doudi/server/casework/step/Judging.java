package org.doudi.server.casework.step;

import java.util.Arrays;
import java.util.List;
import org.doudi.server.casework.path.Step;
import org.doudi.server.registry.PovertyCause;

/** The opinion on each benefit, of the township (clause 2.2-6) and then of the county (clauses 2.1-1, 2.2-1), who also says why it is poor. */
record Judging(Step step) implements StepWork {
    @Override
    public List<Field> fields(Stage stage) {
        Field opinion = Field.required("opinion", Field.Kind.WORDS);
        if (step != Step.DECISION) {
            return List.of(opinion);
        }
        List<String> causes =
                Arrays.stream(PovertyCause.values()).map(PovertyCause::name).toList();
        return List.of(
                Field.pick("cause", causes), Field.pick("cause2", causes), Field.pick("cause3", causes), opinion);
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        return List.of();
    }
}
