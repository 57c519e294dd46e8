package org.doudi.policy;

import org.jspecify.annotations.Nullable;

/**
 * Every rule that leaves a step in a {@link Trace}. The letter is the section of the calculation (A tekun, B counted income, C employment
 * cost, D rigid spending and net income, E assets, F dibao, G top-ups, H register, I allowances, J medical, K gaps). The parent is the
 * rule whose step holds this one in the explanation.
 */
public enum Rule {
    /** A member is tekun. */
    TEKUN(Clause.BEYOND_THE_REGISTER, null, 'A'),
    /** The member has no capacity to work. Inputs: age, labour, disability category or -1, level or 0. */
    TEKUN_CAPACITY(Clause.BEYOND_THE_REGISTER, TEKUN, 'A'),
    /** The member has no source of living. Inputs: own counted income, standard, broken asset rules as bits. */
    TEKUN_SOURCE(Clause.BEYOND_THE_REGISTER, TEKUN, 'A'),
    /** Nobody able must support the member. Inputs: supporter. */
    TEKUN_SUPPORTER(Clause.BEYOND_THE_REGISTER, TEKUN, 'A'),
    /** What is decided about dibao. */
    DIBAO(Clause.DIBAO_INCLUSION, null, 'F'),
    /** The household agreed to the check. */
    CONSENT(Clause.NEW_APPLICATIONS_CHECKED, DIBAO, 'F'),
    /** Net income is below the standard. Inputs: net income, standard, members left, standard times members. */
    DIBAO_INCOME(Clause.DIBAO_INCLUSION, DIBAO, 'F'),
    /** Counted income less the two deductions, not below zero. Inputs: counted, employment cost, rigid spending. */
    NET_INCOME(Clause.ECONOMIC_CHECK, DIBAO_INCOME, 'D'),
    /** What dibao counts of the members who are not tekun. */
    COUNTED_INCOME(Clause.ECONOMIC_CHECK, NET_INCOME, 'B'),
    /** What dibao counts of a member. Inputs: 1 for a tekun member, who is left out. */
    MEMBER_INCOME(Clause.ECONOMIC_CHECK, COUNTED_INCOME, 'B'),
    /** One income entry. Inputs: item, 1 when counted. */
    INCOME_ENTRY(Clause.ECONOMIC_CHECK, MEMBER_INCOME, 'B'),
    /** One entry of basic pension. Inputs: item, 1 when counted. */
    BASIC_PENSION_ENTRY(Clause.BASIC_PENSION, MEMBER_INCOME, 'B'),
    /** Employment cost of the members who are not tekun. Inputs: 1 when the household is on either roll. */
    EMPLOYMENT_COST(Clause.EMPLOYMENT_COST, NET_INCOME, 'C'),
    /** Employment cost of a member. Inputs: wage, months, mode, 1 for a tekun member. */
    JOB_COST(Clause.EMPLOYMENT_COST, EMPLOYMENT_COST, 'C'),
    /** Rigid spending. Inputs: 1 where it applies. */
    RIGID_SPENDING(Clause.COMPOSITE_INDICATORS, NET_INCOME, 'D'),
    /** Rigid spending of a member on an item. Inputs: item, spent, cap, rate. */
    RIGID_ITEM(Clause.COMPOSITE_INDICATORS, RIGID_SPENDING, 'D'),
    /** No asset rule is broken. */
    ASSETS(Clause.COMPOSITE_INDICATORS, DIBAO, 'E'),
    /** Financial assets a head are within the limit. Inputs: assets, members, months, standard. */
    ASSET_FINANCIAL(Clause.COMPOSITE_INDICATORS, ASSETS, 'E'),
    /** Houses are within the limit. Inputs: number, limit. */
    ASSET_HOUSES(Clause.COMPOSITE_INDICATORS, ASSETS, 'E'),
    /** Cars are within the limit. Inputs: number, limit. */
    ASSET_CARS(Clause.COMPOSITE_INDICATORS, ASSETS, 'E'),
    /** Machines are within the limit. Inputs: number, limit. */
    ASSET_MACHINES(Clause.COMPOSITE_INDICATORS, ASSETS, 'E'),
    /** No registered business. */
    ASSET_BUSINESS(Clause.COMPOSITE_INDICATORS, ASSETS, 'E'),
    /** Dibao may be kept for a while. */
    GRADUAL_EXIT(Clause.GRADUAL_EXIT, DIBAO, 'F'),
    /** The household is on the dibao roll. */
    GRADUAL_ON_ROLL(Clause.GRADUAL_EXIT, GRADUAL_EXIT, 'F'),
    /** The programme lifted the household out. */
    GRADUAL_LIFTED(Clause.GRADUAL_EXIT, GRADUAL_EXIT, 'F'),
    /** The period still runs. Inputs: day of lifting out, months, months more for a bedridden member, first day after. */
    GRADUAL_PERIOD(Clause.GRADUAL_EXIT, GRADUAL_EXIT, 'F'),
    /** The monthly base. Inputs: standard times members, net income; both 0 when it is what the roll pays. */
    DIBAO_BASE(Clause.DIBAO_INCLUSION, DIBAO, 'F'),
    /** The highest top-up that fits a member. Inputs: kind. */
    TOP_UP(Clause.CLASSIFIED_TOP_UPS, DIBAO, 'G'),
    /** A top-up that fits a member. Inputs: kind. */
    TOP_UP_KIND(Clause.CLASSIFIED_TOP_UPS, TOP_UP, 'G'),
    /** Base and top-ups together. Inputs: base, top-ups. */
    DIBAO_MONTHLY(Clause.DIBAO_INCLUSION, DIBAO, 'G'),
    /** What is decided about the poverty register. */
    REGISTER(Clause.COVER_THE_POOR, null, 'H'),
    /** Register income is below the line. Inputs: income, line, members, line times members. */
    REGISTER_INCOME_TEST(Clause.COVER_THE_POOR, REGISTER, 'H'),
    /** What the register counts less employment cost, not below zero. Inputs: counted, employment cost. */
    REGISTER_INCOME(Clause.ECONOMIC_CHECK, REGISTER_INCOME_TEST, 'H'),
    /** An entry as the register counts it. Inputs: item, 1 when counted. */
    REGISTER_ENTRY(Clause.ECONOMIC_CHECK, REGISTER_INCOME, 'H'),
    /** Nothing guaranteed is lacking. Inputs: the lacking ones as bits. */
    GUARANTEES(Clause.COVER_THE_POOR, REGISTER, 'H'),
    /** The living allowance of a disabled member. Inputs: category, level, 1 when the household is eligible, 1 for a tekun member. */
    LIVING_ALLOWANCE(Clause.DISABILITY_ALLOWANCES, null, 'I'),
    /** The care allowance of a disabled member. Inputs: category, level, 1 when other money pays, 1 for a tekun member. */
    CARE_ALLOWANCE(Clause.DISABILITY_ALLOWANCES, null, 'I'),
    /** What is decided about medical aid. */
    MEDICAL(Clause.MEDICAL_AID, null, 'J'),
    /** The household is of those whom medical aid is for. Inputs: dibao outcome, 1 when the roll says poor, tekun members. */
    MEDICAL_CIRCLE(Clause.MEDICAL_AID, MEDICAL, 'J'),
    /** What the household itself paid for medical care. */
    MEDICAL_BURDEN(Clause.MEDICAL_AID, MEDICAL, 'J'),
    /** The burden is catastrophic. Inputs: burden, counted income, share. */
    MEDICAL_CATASTROPHIC(Clause.MEDICAL_AID, MEDICAL, 'J'),
    /** The burden reaches the threshold of major illness. Inputs: burden, threshold. */
    MEDICAL_MAJOR(Clause.MEDICAL_AID, MEDICAL, 'J'),
    /** The burden reaches the threshold of medical aid. Inputs: burden, threshold. */
    MEDICAL_ORDINARY(Clause.MEDICAL_AID, MEDICAL, 'J'),
    /** The member's insurance premium is paid. Inputs: 1 when by the household, 1 for a tekun member. */
    PREMIUM_SUBSIDY(Clause.MEDICAL_AID, null, 'J'),
    /** A household stands wrongly on a roll or is missing from one. */
    GAP_HOUSEHOLD(Clause.ENTRY_AND_EXIT, null, 'K'),
    /** A member stands wrongly on a roll or is missing from one. */
    GAP_MEMBER(Clause.ENTRY_AND_EXIT, null, 'K');

    private static final Rule[] ALL = values();

    private final Clause clause;
    private final @Nullable Rule parent;
    private final char letter;

    Rule(Clause clause, @Nullable Rule parent, char letter) {
        this.clause = clause;
        this.parent = parent;
        this.letter = letter;
    }

    /** The clause that the rule carries out. */
    public Clause clause() {
        return clause;
    }

    /** The rule that holds this one in the explanation, or null for a result. */
    public @Nullable Rule parent() {
        return parent;
    }

    /** The section of the calculation. */
    public char letter() {
        return letter;
    }

    static Rule at(int ordinal) {
        return ALL[ordinal];
    }
}
