package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Clause;
import org.doudi.policy.Household;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;

/**
 * One figure with its gauge: how much, against which limit.
 *
 * @param filled how far the bar goes, 0 to 100
 * @param mark where the limit stands, 0 to 100
 */
record Figure(
        String title,
        Clause clause,
        String value,
        String unit,
        String limit,
        String note,
        String colour,
        long filled,
        long mark) {
    private static final long MONTHS = 12;

    /** The two bases of income, deposits, and medical cost. */
    static List<Figure> of(Assessment a, Words words) {
        Household h = a.household();
        List<Figure> figures = new ArrayList<>();
        Long perCapita = a.perCapitaFen();
        if (perCapita != null) {
            long standard = a.parameters().dibaoStandard();
            figures.add(figure(
                    "dibao", Clause.ECONOMIC_CHECK, perCapita, standard, words, apart(perCapita, standard, words)));
        }
        long register = a.registerIncomeFen() / h.size();
        long line = a.parameters().povertyLine();
        figures.add(figure("register", Clause.COVER_THE_POOR, register, line, words, apart(register, line, words)));
        long deposits = h.assets().financialFen() / h.size();
        long most = value(a, Parameter.ASSET_FINANCIAL_MONTHS) * a.parameters().dibaoStandard() / MONTHS;
        String others = words.text(
                "figure.assets.note",
                h.assets().houses(),
                h.assets().cars(),
                h.assets().machines());
        figures.add(figure("deposits", Clause.COMPOSITE_INDICATORS, deposits, most, words, others));
        long medical = a.medicalBurdenFen();
        figures.add(figure(
                "medical",
                Clause.MEDICAL_AID,
                medical,
                value(a, Parameter.MEDICAL_AID),
                words,
                words.rules().word(a.medical())));
        return figures;
    }

    private static long value(Assessment a, Parameter parameter) {
        ParameterValue value = a.parameters().value(parameter);
        return value == null ? 0 : value.value();
    }

    private static String apart(long value, long limit, Words words) {
        return value < limit
                ? words.text("figure.below", Words.yuan(limit - value))
                : words.text("figure.above", Words.yuan(value - limit));
    }

    private static Figure figure(String kind, Clause clause, long value, long limit, Words words, String note) {
        long full = Math.max(1, Math.max(value, limit) * 6 / 5);
        return new Figure(
                words.text("figure." + kind),
                clause,
                Words.yuan(value),
                words.text(kind.equals("deposits") ? "yuan" : "yuan.year"),
                words.text("figure." + kind + ".limit", Words.yuan(limit)),
                note,
                "g-" + kind,
                value * 100 / full,
                limit * 100 / full);
    }
}
