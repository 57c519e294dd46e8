package org.doudi.server.casework.step;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.casework.path.Step;

/** The village review: quorum, two thirds villagers, relatives struck out, secret votes that add up (clause 2.2-6). */
final class ReviewMeeting implements StepWork {
    @Override
    public Step step() {
        return Step.REVIEW_MEETING;
    }

    @Override
    public List<Field> fields(Stage stage) {
        return List.of(
                Field.required("heldOn", Field.Kind.DATE),
                Field.required("roster", Field.Kind.COUNT),
                Field.required("present", Field.Kind.COUNT),
                Field.required("villagers", Field.Kind.COUNT),
                Field.required("recused", Field.Kind.COUNT),
                Field.optional("recusedNames", Field.Kind.TEXT),
                Field.required("yes", Field.Kind.COUNT),
                Field.required("no", Field.Kind.COUNT),
                Field.required("abstained", Field.Kind.COUNT),
                Field.optional("dissent", Field.Kind.WORDS),
                Field.required("minutesSigned", Field.Kind.CHECK));
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        List<Problem> problems = new ArrayList<>();
        int present = entry.count("present");
        int votes = entry.count("yes") + entry.count("no") + entry.count("abstained");
        int voters = present - entry.count("recused");
        if (present > entry.count("roster")) {
            problems.add(Problem.of("present", "more-than-roster", present, entry.count("roster")));
        } else if (present * 3 < entry.count("roster") * 2) {
            problems.add(Problem.of("present", "quorum", present, entry.count("roster")));
        }
        if (entry.count("villagers") > present || entry.count("villagers") * 3 < present * 2) {
            problems.add(Problem.of("villagers", "villagers", entry.count("villagers"), present));
        }
        if (votes != voters) {
            problems.add(Problem.of("yes", "votes", votes, voters));
        }
        if (entry.count("recused") > 0 && entry.text("recusedNames").isEmpty()) {
            problems.add(Problem.of("recusedNames", "recused-names"));
        }
        if (entry.count("no") > 0 && entry.text("dissent").isEmpty()) {
            problems.add(Problem.of("dissent", "dissent"));
        }
        return problems;
    }
}
