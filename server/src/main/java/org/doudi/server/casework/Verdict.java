package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Problem;
import org.jspecify.annotations.Nullable;

/** What a person says to one benefit: agreed with what stands, or another outcome with its reason. */
record Verdict(Outcome outcome, @Nullable String reason) {
    /** The form's answer that agrees with what stands. */
    static final String AGREE = "AGREE";

    /** Reads the verdict on every line from {@code verdict.<line>} and {@code reason.<line>}; nothing is chosen beforehand. */
    static List<Problem> read(
            List<BenefitLine> lines, Map<String, String> values, Step step, Map<BenefitLine, Verdict> verdicts) {
        List<Problem> problems = new ArrayList<>();
        for (BenefitLine line : lines) {
            String field = "verdict." + line.key();
            String answer = values.getOrDefault(field, "");
            Outcome stands = step == Step.DECISION && line.township() != null ? line.township() : line.machine();
            if (answer.equals(AGREE)) {
                if (stands == Outcome.PERSON_MUST_LOOK && step == Step.DECISION) {
                    problems.add(new Problem(field, "verdict-look", List.of()));
                } else {
                    verdicts.put(line, new Verdict(stands, null));
                }
                continue;
            }
            if (!answer.equals(Outcome.GRANTED.name()) && !answer.equals(Outcome.REFUSED.name())) {
                problems.add(new Problem(field, "verdict", List.of()));
                continue;
            }
            String reason = values.getOrDefault("reason." + line.key(), "");
            if (reason.isEmpty()) {
                problems.add(new Problem("reason." + line.key(), "verdict-reason", List.of()));
                continue;
            }
            verdicts.put(line, new Verdict(Outcome.valueOf(answer), reason));
        }
        return problems;
    }
}
