package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Step;
import org.doudi.server.registry.HouseholdView;
import org.springframework.stereotype.Component;

/** Writes the papers that leave the office, in Chinese, as PDF. */
@Component
class Letters {
    /** How a receipt calls a member. */
    private static final Pattern MEMBER = Pattern.compile("成员([0-9A-Za-z_-]+)");

    private final Papers papers;
    private final Deadlines deadlines;

    Letters(Papers papers, Deadlines deadlines) {
        this.papers = papers;
        this.deadlines = deadlines;
    }

    /** A step with the last day it can take if every step before takes all its days. */
    public record Planned(Step step, LocalDate last) {}

    byte[] receipt(CaseFile c, HouseholdView household) {
        List<Planned> plan = new ArrayList<>();
        LocalDate day = c.openedOn();
        for (Step step : Step.values()) {
            day = deadlines.due(step, c.openedOn(), day);
            plan.add(new Planned(step, day));
        }
        return papers.pdf("casework/paper/receipt", Map.of("file", c, "household", household, "plan", plan));
    }

    /**
     * The letter.
     *
     * @param said what the decision's form said
     */
    byte[] decision(
            CaseFile c, HouseholdView household, List<BenefitLine> lines, Receipt receipt, Map<String, String> said) {
        Map<String, String> names = new LinkedHashMap<>();
        household.members().forEach(m -> names.put(m.number(), m.name()));
        return papers.pdf(
                "casework/paper/letter",
                Map.of(
                        "file", c,
                        "household", household,
                        "lines", lines,
                        "granted", lines.stream().anyMatch(l -> l.standing() == Outcome.GRANTED),
                        "names", names,
                        "receipt", receipt,
                        "why", reasons(receipt.explanation(), names),
                        "causes", CausesFound.words(said),
                        "opinion", said.getOrDefault("opinion", "")));
    }

    /**
     * The results and their first reasons, in words where the font has no sign; the receipt keeps the whole tree, with members by number.
     *
     * @param names of the members by number, as they were when it was decided
     */
    static List<String> reasons(String explanation, Map<String, String> names) {
        return explanation
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith("    ") && !line.strip().startsWith("·"))
                .map(line -> line.replace("✓ ", "【符合】")
                        .replace("✗ ", "【不符合】")
                        .replace("∅ ", "【没有】")
                        .replace('−', '－'))
                .map(line -> MEMBER.matcher(line)
                        .replaceAll(m -> Matcher.quoteReplacement(names.getOrDefault(m.group(1), m.group()))))
                .toList();
    }
}
