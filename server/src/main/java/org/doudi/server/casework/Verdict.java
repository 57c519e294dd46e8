package org.doudi.server.casework;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.BenefitLine.Judgement;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.Problem;

/** Reads what a person says to each benefit: agreed with what stands, or another outcome with its reason and amount. */
final class Verdict {
    /** The form's answer that agrees with what stands. */
    static final String AGREE = "AGREE";

    private static final String YUAN = "\\d{1,10}(\\.\\d{1,2})?";

    private Verdict() {}

    /**
     * Reads the verdict on every line from {@code verdict.<line>}, {@code reason.<line>} and {@code amount.<line>}; nothing is
     * chosen beforehand.
     */
    static List<Problem> read(
            List<BenefitLine> lines, Map<String, String> values, Step step, Map<BenefitLine, Judgement> verdicts) {
        List<Problem> problems = new ArrayList<>();
        for (BenefitLine line : lines) {
            List<Problem> wrong = new ArrayList<>();
            Judgement judgement = one(line, values, step, wrong);
            if (wrong.isEmpty()) {
                verdicts.put(line, judgement);
            }
            problems.addAll(wrong);
        }
        return problems;
    }

    private static Judgement one(BenefitLine line, Map<String, String> values, Step step, List<Problem> wrong) {
        String key = line.key();
        String answer = values.getOrDefault("verdict." + key, "");
        Judgement township = line.township();
        Judgement stands = step == Step.DECISION && township != null
                ? township
                : new Judgement(line.machine(), null, line.machineFen());
        if (answer.equals(AGREE)) {
            if (stands.outcome() == Outcome.PERSON_MUST_LOOK && step == Step.DECISION) {
                wrong.add(new Problem("verdict." + key, "verdict-look", List.of()));
            }
            return new Judgement(stands.outcome(), null, stands.fen());
        }
        boolean granted = answer.equals(Outcome.GRANTED.name());
        if (!granted && !answer.equals(Outcome.REFUSED.name())) {
            wrong.add(new Problem("verdict." + key, "verdict", List.of()));
            return stands;
        }
        String reason = values.getOrDefault("reason." + key, "");
        if (reason.isEmpty()) {
            wrong.add(new Problem("reason." + key, "verdict-reason", List.of()));
        }
        return granted
                ? new Judgement(
                        Outcome.GRANTED, reason, amount(line, stands, values.getOrDefault("amount." + key, ""), wrong))
                : new Judgement(Outcome.REFUSED, reason, 0);
    }

    private static long amount(BenefitLine line, Judgement stands, String text, List<Problem> wrong) {
        if (line.benefit().pay() == Benefit.Pay.NONE) {
            return 0;
        }
        if (text.isEmpty() && stands.fen() > 0) {
            return stands.fen();
        }
        if (!text.matches(YUAN) || new BigDecimal(text).signum() == 0) {
            wrong.add(new Problem("amount." + line.key(), "verdict-amount", List.of()));
            return 0;
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }
}
