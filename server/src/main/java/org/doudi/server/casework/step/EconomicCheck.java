package org.doudi.server.casework.step;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.casework.path.Step;

/**
 * The economic check: every source answers found, none or failed; a failed look-up is never taken for "none"
 * (clauses 2.2-3, 2.4-3).
 */
final class EconomicCheck implements StepWork {
    /** What is asked, in the order of the form. */
    static final List<String> SOURCES = List.of(
            "HUKOU",
            "MARRIAGE",
            "VEHICLE",
            "HOUSE",
            "BUSINESS",
            "TAX",
            "SOCIAL_SECURITY",
            "HOUSING_FUND",
            "BANK",
            "SECURITIES",
            "FARM_MACHINE",
            "PUBLIC_PAYROLL");

    private static final BigDecimal TOLERANCE = new BigDecimal("0.10");

    @Override
    public Step step() {
        return Step.ECONOMIC_CHECK;
    }

    @Override
    public List<Field> fields(Stage stage) {
        List<Field> fields = new ArrayList<>();
        for (String source : SOURCES) {
            fields.add(Field.choice("source." + source, "FOUND", "NONE", "FAILED"));
        }
        fields.add(Field.optional("substitute", Field.Kind.WORDS));
        fields.add(Field.required("declaredYuan", Field.Kind.YUAN));
        fields.add(Field.required("foundYuan", Field.Kind.YUAN));
        fields.add(Field.optional("difference", Field.Kind.WORDS));
        fields.add(Field.required("report", Field.Kind.TEXT));
        return fields;
    }

    @Override
    public List<Problem> whole(Entry entry, Stage stage) {
        List<Problem> problems = new ArrayList<>();
        boolean failed = SOURCES.stream()
                .anyMatch(source -> entry.text("source." + source).equals("FAILED"));
        if (failed && entry.text("substitute").isEmpty()) {
            problems.add(Problem.of("substitute", "substitute"));
        }
        BigDecimal declared = entry.yuan("declaredYuan");
        BigDecimal gap = entry.yuan("foundYuan").subtract(declared).abs();
        if (gap.compareTo(declared.multiply(TOLERANCE)) > 0
                && entry.text("difference").isEmpty()) {
            problems.add(Problem.of("difference", "difference", gap.toPlainString()));
        }
        return problems;
    }
}
