package org.doudi.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the short trace: which rule, by which clause, said what. A failed test carries what was found and what was allowed.
 *
 * @param rule the rule
 * @param clause the clause
 * @param outcome what it said; {@code FAILED} for a test that was not met
 * @param measure what value and limit are
 * @param value what was found
 * @param limit what would have been allowed
 */
public record Reason(Rule rule, Clause clause, String outcome, Measure measure, long value, long limit) {
    /** What a value is. */
    public enum Measure {
        /** There is no value. */
        NONE,
        /** Money in fen. */
        MONEY,
        /** A number of things. */
        COUNT
    }

    private static final String FAILED = "FAILED";
    private static final long MONTHS = 12;

    /** How far the value is from the limit. */
    public long margin() {
        return Math.abs(value - limit);
    }

    /** The reasons of an answer: dibao with every failed test, the register, tekun members, medical aid. */
    public static List<Reason> of(Assessment a) {
        List<Reason> reasons = new ArrayList<>(8);
        dibao(a, reasons);
        register(a, reasons);
        if (a.tekunMembers() > 0) {
            reasons.add(said(Rule.TEKUN, Rule.TEKUN.clause(), "TEKUN"));
        }
        if (a.medical() != MedicalOutcome.NONE) {
            reasons.add(said(Rule.MEDICAL, Rule.MEDICAL.clause(), a.medical().name()));
        }
        return reasons;
    }

    private static void dibao(Assessment a, List<Reason> reasons) {
        String outcome = a.dibao().name();
        switch (a.dibao()) {
            case ELIGIBLE -> {
                reasons.add(said(Rule.DIBAO_INCOME, Clause.DIBAO_INCLUSION, outcome));
                return;
            }
            case GRADUAL_EXIT -> reasons.add(said(Rule.GRADUAL_EXIT, Clause.GRADUAL_EXIT, outcome));
            case NOT_ELIGIBLE -> reasons.add(said(Rule.DIBAO, Clause.DIBAO_INCLUSION, outcome));
            case REFUSED -> reasons.add(said(Rule.CONSENT, Clause.NEW_APPLICATIONS_CHECKED, outcome));
        }
        failedTests(a, reasons);
    }

    private static void failedTests(Assessment a, List<Reason> reasons) {
        Parameters p = a.parameters();
        long limit = p.dibaoStandard * a.membersLeft();
        if (a.membersLeft() == 0 || a.netFen() >= limit) {
            reasons.add(
                    new Reason(Rule.DIBAO_INCOME, Clause.DIBAO_INCLUSION, FAILED, Measure.MONEY, a.netFen(), limit));
        }
        if (!a.breaksAnyAssetRule()) {
            return;
        }
        Assets assets = a.household().assets();
        for (AssetRule rule : AssetRule.values()) {
            if (a.breaks(rule)) {
                reasons.add(
                        switch (rule) {
                            case FINANCIAL ->
                                failed(
                                        rule,
                                        Measure.MONEY,
                                        assets.financialFen(),
                                        p.financialMonths
                                                * p.dibaoStandard
                                                * a.household().size()
                                                / MONTHS);
                            case HOUSES -> failed(rule, Measure.COUNT, assets.houses(), p.houses);
                            case CARS -> failed(rule, Measure.COUNT, assets.cars(), p.cars);
                            case MACHINES -> failed(rule, Measure.COUNT, assets.machines(), p.machines);
                            case BUSINESS -> failed(rule, Measure.COUNT, 1, 0);
                        });
            }
        }
    }

    private static Reason failed(AssetRule rule, Measure measure, long value, long limit) {
        return new Reason(rule.rule(), rule.rule().clause(), FAILED, measure, value, limit);
    }

    private static void register(Assessment a, List<Reason> reasons) {
        RegisterOutcome register = a.register();
        if (register == null) {
            return;
        }
        boolean lacking =
                register == RegisterOutcome.POOR && !a.household().guarantees().complete();
        Rule rule = lacking ? Rule.GUARANTEES : Rule.REGISTER_INCOME_TEST;
        reasons.add(said(rule, Clause.COVER_THE_POOR, register.name()));
    }

    private static Reason said(Rule rule, Clause clause, String outcome) {
        return new Reason(rule, clause, outcome, Measure.NONE, 0, 0);
    }
}
