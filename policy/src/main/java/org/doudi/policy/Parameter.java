package org.doudi.policy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every parameter there is, with the key under which files and commands know it, its unit and the clause it carries out. */
public enum Parameter {
    /** {@code dibao.standard}. */
    DIBAO_STANDARD("dibao.standard", Unit.YUAN_PERSON_YEAR, Clause.ADJUSTMENT, Need.ALWAYS),
    /** {@code poverty.line}. */
    POVERTY_LINE("poverty.line", Unit.YUAN_PERSON_YEAR, Clause.STANDARD_ABOVE_LINE, Need.ALWAYS),
    /** {@code income.basicPension.excluded}. */
    BASIC_PENSION_EXCLUDED("income.basicPension.excluded", Unit.YES_NO, Clause.BASIC_PENSION, Need.ALWAYS),
    /** {@code employmentCost.TOWNSHIP}. */
    EMPLOYMENT_COST_TOWNSHIP("employmentCost.TOWNSHIP", Unit.YUAN_MONTH_WORKED, Clause.EMPLOYMENT_COST, Need.ALWAYS),
    /** {@code employmentCost.COUNTY}. */
    EMPLOYMENT_COST_COUNTY("employmentCost.COUNTY", Unit.YUAN_MONTH_WORKED, Clause.EMPLOYMENT_COST, Need.ALWAYS),
    /** {@code employmentCost.OUTSIDE}. */
    EMPLOYMENT_COST_OUTSIDE("employmentCost.OUTSIDE", Unit.YUAN_MONTH_WORKED, Clause.EMPLOYMENT_COST, Need.ALWAYS),
    /** {@code rigidSpending.applies}. */
    RIGID_SPENDING_APPLIES("rigidSpending.applies", Unit.YES_NO, Clause.COMPOSITE_INDICATORS, Need.ALWAYS),
    /** {@code rigidSpending.cap.MEDICAL_SELF_PAID}. */
    RIGID_CAP_MEDICAL(
            "rigidSpending.cap.MEDICAL_SELF_PAID",
            Unit.YUAN_YEAR,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code rigidSpending.cap.DISABILITY_CARE}. */
    RIGID_CAP_CARE(
            "rigidSpending.cap.DISABILITY_CARE",
            Unit.YUAN_YEAR,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code rigidSpending.cap.REHABILITATION}. */
    RIGID_CAP_REHABILITATION(
            "rigidSpending.cap.REHABILITATION",
            Unit.YUAN_YEAR,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code rigidSpending.rate.MEDICAL_SELF_PAID}. */
    RIGID_RATE_MEDICAL(
            "rigidSpending.rate.MEDICAL_SELF_PAID",
            Unit.PERCENT,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code rigidSpending.rate.DISABILITY_CARE}. */
    RIGID_RATE_CARE(
            "rigidSpending.rate.DISABILITY_CARE",
            Unit.PERCENT,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code rigidSpending.rate.REHABILITATION}. */
    RIGID_RATE_REHABILITATION(
            "rigidSpending.rate.REHABILITATION",
            Unit.PERCENT,
            Clause.COMPOSITE_INDICATORS,
            Need.WHERE_RIGID_SPENDING_APPLIES),
    /** {@code asset.financialMonths}. */
    ASSET_FINANCIAL_MONTHS("asset.financialMonths", Unit.MONTHS, Clause.COMPOSITE_INDICATORS, Need.ALWAYS),
    /** {@code asset.houses}. */
    ASSET_HOUSES("asset.houses", Unit.PIECES, Clause.COMPOSITE_INDICATORS, Need.ALWAYS),
    /** {@code asset.cars}. */
    ASSET_CARS("asset.cars", Unit.PIECES, Clause.COMPOSITE_INDICATORS, Need.ALWAYS),
    /** {@code asset.machines}. */
    ASSET_MACHINES("asset.machines", Unit.PIECES, Clause.COMPOSITE_INDICATORS, Need.ALWAYS),
    /** {@code gradualExit.months}. */
    GRADUAL_EXIT_MONTHS("gradualExit.months", Unit.MONTHS, Clause.GRADUAL_EXIT, Need.ALWAYS),
    /** {@code gradualExit.bedriddenMonths}. */
    GRADUAL_EXIT_BEDRIDDEN_MONTHS("gradualExit.bedriddenMonths", Unit.MONTHS, Clause.GRADUAL_EXIT, Need.ALWAYS),
    /** {@code topUp.elderlyAge}. */
    TOP_UP_ELDERLY_AGE("topUp.elderlyAge", Unit.YEARS_OF_AGE, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.minorAge}. */
    TOP_UP_MINOR_AGE("topUp.minorAge", Unit.YEARS_OF_AGE, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.ELDERLY}. */
    TOP_UP_ELDERLY("topUp.ELDERLY", Unit.PERCENT, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.MINOR}. */
    TOP_UP_MINOR("topUp.MINOR", Unit.PERCENT, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.SEVERELY_DISABLED}. */
    TOP_UP_SEVERELY_DISABLED("topUp.SEVERELY_DISABLED", Unit.PERCENT, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.SERIOUSLY_ILL}. */
    TOP_UP_SERIOUSLY_ILL("topUp.SERIOUSLY_ILL", Unit.PERCENT, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code topUp.PREFERENTIAL}. */
    TOP_UP_PREFERENTIAL("topUp.PREFERENTIAL", Unit.PERCENT, Clause.CLASSIFIED_TOP_UPS, Need.ALWAYS),
    /** {@code tekun.elderlyAge}. */
    TEKUN_ELDERLY_AGE("tekun.elderlyAge", Unit.YEARS_OF_AGE, Clause.BEYOND_THE_REGISTER, Need.ALWAYS),
    /** {@code tekun.minorAge}. */
    TEKUN_MINOR_AGE("tekun.minorAge", Unit.YEARS_OF_AGE, Clause.BEYOND_THE_REGISTER, Need.ALWAYS),
    /** {@code tekun.times}. */
    TEKUN_TIMES("tekun.times", Unit.PERCENT, Clause.BEYOND_THE_REGISTER, Need.ELSEWHERE),
    /** {@code disability.living}. */
    DISABILITY_LIVING("disability.living", Unit.YUAN_PERSON_MONTH, Clause.DISABILITY_ALLOWANCES, Need.ALWAYS),
    /** {@code disability.care}. */
    DISABILITY_CARE("disability.care", Unit.YUAN_PERSON_MONTH, Clause.DISABILITY_ALLOWANCES, Need.ALWAYS),
    /** {@code medical.aidYuan}. */
    MEDICAL_AID("medical.aidYuan", Unit.YUAN_YEAR, Clause.MEDICAL_AID, Need.ALWAYS),
    /** {@code medical.premiumYuan}. */
    MEDICAL_PREMIUM("medical.premiumYuan", Unit.YUAN_YEAR, Clause.MEDICAL_AID, Need.ELSEWHERE),
    /** {@code medical.majorIllnessYuan}. */
    MEDICAL_MAJOR_ILLNESS("medical.majorIllnessYuan", Unit.YUAN_YEAR, Clause.MEDICAL_AID, Need.ALWAYS),
    /** {@code medical.catastrophicShare}. */
    MEDICAL_CATASTROPHIC_SHARE("medical.catastrophicShare", Unit.PERCENT, Clause.MEDICAL_AID, Need.ALWAYS),
    /** {@code fallBack.incomeShare}. */
    FALL_BACK_INCOME_SHARE("fallBack.incomeShare", Unit.PERCENT, Clause.FALLING_BACK, Need.ELSEWHERE),
    /** {@code fallBack.spendingShare}. */
    FALL_BACK_SPENDING_SHARE("fallBack.spendingShare", Unit.PERCENT, Clause.FALLING_BACK, Need.ELSEWHERE),
    /** {@code fallBack.jobMonths}. */
    FALL_BACK_JOB_MONTHS("fallBack.jobMonths", Unit.MONTHS, Clause.FALLING_BACK, Need.ELSEWHERE),
    /** {@code publication.workingDays}. */
    PUBLICATION_WORKING_DAYS("publication.workingDays", Unit.WORKING_DAYS, Clause.PUBLICATION, Need.ELSEWHERE),
    /** {@code priceLinkage.cpi}. */
    PRICE_LINKAGE_CPI("priceLinkage.cpi", Unit.PERCENT, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code priceLinkage.food}. */
    PRICE_LINKAGE_FOOD("priceLinkage.food", Unit.PERCENT, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code priceLinkage.payWithinWorkingDays}. */
    PRICE_LINKAGE_WORKING_DAYS(
            "priceLinkage.payWithinWorkingDays", Unit.WORKING_DAYS, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code priceLinkage.times}. */
    PRICE_LINKAGE_TIMES("priceLinkage.times", Unit.PERCENT, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code priceLinkage.roundTo}. */
    PRICE_LINKAGE_ROUND_TO("priceLinkage.roundTo", Unit.YUAN_PERSON_MONTH, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code priceLinkage.least}. */
    PRICE_LINKAGE_LEAST("priceLinkage.least", Unit.YUAN_PERSON_MONTH, Clause.PRICE_LINKAGE, Need.ELSEWHERE),
    /** {@code staffing.township}. */
    STAFFING_TOWNSHIP("staffing.township", Unit.PEOPLE, Clause.STAFFING, Need.ELSEWHERE),
    /** {@code staffing.street}. */
    STAFFING_STREET("staffing.street", Unit.PEOPLE, Clause.STAFFING, Need.ELSEWHERE),
    /** {@code staffing.village}. */
    STAFFING_VILLAGE("staffing.village", Unit.PEOPLE, Clause.STAFFING, Need.ELSEWHERE);

    /** When the assessment of a household cannot do without the parameter. */
    public enum Need {
        /** Always. */
        ALWAYS,
        /** Where rigid spending is deducted. */
        WHERE_RIGID_SPENDING_APPLIES,
        /** Never: other parts of the platform use it. */
        ELSEWHERE
    }

    private static final Map<String, Parameter> BY_KEY = new HashMap<>();

    static {
        for (Parameter parameter : values()) {
            BY_KEY.put(parameter.key, parameter);
        }
    }

    private final String key;
    private final Unit unit;
    private final Clause clause;
    private final Need need;

    Parameter(String key, Unit unit, Clause clause, Need need) {
        this.key = key;
        this.unit = unit;
        this.clause = clause;
        this.need = need;
    }

    /** The key, such as {@code dibao.standard}. */
    public String key() {
        return key;
    }

    /** What it is measured in. */
    public Unit unit() {
        return unit;
    }

    /** The clause that it carries out. */
    public Clause clause() {
        return clause;
    }

    /** When an assessment needs it. */
    public Need need() {
        return need;
    }

    /** The parameter with a key, or null. */
    public static @Nullable Parameter withKey(String key) {
        return BY_KEY.get(key);
    }

    /** What a month of work in a mode costs. */
    static Parameter employmentCost(JobMode mode) {
        return switch (mode) {
            case TOWNSHIP -> EMPLOYMENT_COST_TOWNSHIP;
            case COUNTY -> EMPLOYMENT_COST_COUNTY;
            case OUTSIDE -> EMPLOYMENT_COST_OUTSIDE;
        };
    }

    /** How much of a spending item may be deducted, or null for an item that never is. */
    static @Nullable Parameter rigidCap(SpendingItem item) {
        return switch (item) {
            case MEDICAL_SELF_PAID -> RIGID_CAP_MEDICAL;
            case DISABILITY_CARE -> RIGID_CAP_CARE;
            case REHABILITATION -> RIGID_CAP_REHABILITATION;
            case EDUCATION -> null;
        };
    }

    /** What share of a spending item is deducted, or null for an item that never is. */
    static @Nullable Parameter rigidRate(SpendingItem item) {
        return switch (item) {
            case MEDICAL_SELF_PAID -> RIGID_RATE_MEDICAL;
            case DISABILITY_CARE -> RIGID_RATE_CARE;
            case REHABILITATION -> RIGID_RATE_REHABILITATION;
            case EDUCATION -> null;
        };
    }

    /** The percentage of a kind of top-up. */
    static Parameter topUp(TopUpKind kind) {
        return switch (kind) {
            case ELDERLY -> TOP_UP_ELDERLY;
            case MINOR -> TOP_UP_MINOR;
            case SEVERELY_DISABLED -> TOP_UP_SEVERELY_DISABLED;
            case SERIOUSLY_ILL -> TOP_UP_SERIOUSLY_ILL;
            case PREFERENTIAL -> TOP_UP_PREFERENTIAL;
        };
    }
}
