package org.doudi.policy;

/**
 * A kind of income, and whether each of the two rolls counts it (clause 2.2-3). The register counts money from programmes; dibao
 * does not. {@link #BASIC_PENSION} depends on the day (clause 2.2-5) and is marked {@link Counting#BY_DATE}.
 */
public enum IncomeItem {
    /** Pay for work. */
    WAGE(Category.WAGE, Counting.BOTH),
    /** Farming, net of its cost. */
    FARMING(Category.BUSINESS, Counting.BOTH),
    /** Trade and services, net of their cost. */
    TRADE(Category.BUSINESS, Counting.BOTH),
    /** Interest. */
    INTEREST(Category.PROPERTY, Counting.BOTH),
    /** Rent. */
    RENT(Category.PROPERTY, Counting.BOTH),
    /** Money for land handed to others to use. */
    LAND_TRANSFER(Category.PROPERTY, Counting.BOTH),
    /** Dividends and collective shares. */
    DIVIDEND(Category.PROPERTY, Counting.BOTH),
    /** Alimony and maintenance. */
    SUPPORT_RECEIVED(Category.TRANSFER, Counting.BOTH),
    /** A pension other than the basic one. */
    PENSION(Category.TRANSFER, Counting.BOTH),
    /** Unemployment benefit. */
    UNEMPLOYMENT(Category.TRANSFER, Counting.BOTH),
    /** Compensation. */
    COMPENSATION(Category.TRANSFER, Counting.BOTH),
    /** Gifts. */
    GIFT(Category.TRANSFER, Counting.BOTH),
    /** Subsidies for farming. */
    FARM_SUBSIDY(Category.TRANSFER, Counting.BOTH),
    /** The centrally set basic pension. */
    BASIC_PENSION(Category.TRANSFER, Counting.BY_DATE),
    /** Dibao money. */
    DIBAO_PAYMENT(Category.TRANSFER, Counting.REGISTER_ONLY),
    /** Tekun money. */
    TEKUN_PAYMENT(Category.TRANSFER, Counting.REGISTER_ONLY),
    /** The two allowances for disabled people. */
    DISABILITY_ALLOWANCE(Category.TRANSFER, Counting.NEITHER),
    /** Preferential-treatment money. */
    PREFERENTIAL_ALLOWANCE(Category.TRANSFER, Counting.NEITHER),
    /** The allowance for great age. */
    OLD_AGE_ALLOWANCE(Category.TRANSFER, Counting.NEITHER),
    /** Grants for pupils and students. */
    STUDENT_AID(Category.TRANSFER, Counting.NEITHER),
    /** The family-planning award. */
    FAMILY_PLANNING_AWARD(Category.TRANSFER, Counting.NEITHER),
    /** Medical aid. */
    MEDICAL_AID(Category.TRANSFER, Counting.NEITHER),
    /** Temporary aid. */
    TEMPORARY_AID(Category.TRANSFER, Counting.NEITHER),
    /** What insurance paid back. */
    INSURANCE_REIMBURSEMENT(Category.TRANSFER, Counting.NEITHER),
    /** An award for bravery. */
    BRAVERY_AWARD(Category.TRANSFER, Counting.NEITHER);

    /** The four categories of income. */
    public enum Category {
        /** Pay. */
        WAGE,
        /** Net business income. */
        BUSINESS,
        /** Net property income. */
        PROPERTY,
        /** Transfers. */
        TRANSFER
    }

    /** Which of the two rolls counts an item. */
    public enum Counting {
        /** Dibao and the register. */
        BOTH,
        /** The register alone. */
        REGISTER_ONLY,
        /** Both or neither, by {@code income.basicPension.excluded} on the day. */
        BY_DATE,
        /** Neither. */
        NEITHER
    }

    private final Category category;
    private final Counting counting;

    IncomeItem(Category category, Counting counting) {
        this.category = category;
        this.counting = counting;
    }

    /** The category the item belongs to. */
    public Category category() {
        return category;
    }

    /** Which of the two rolls counts it. */
    public Counting counting() {
        return counting;
    }
}
