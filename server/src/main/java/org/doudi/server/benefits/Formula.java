package org.doudi.server.benefits;

import java.time.LocalDate;
import org.doudi.policy.PriceLinkage;
import org.doudi.server.standards.Standards;
import org.springframework.stereotype.Component;

/** The formula of the price subsidy that holds in a place for a month: that of the month's first day. */
@Component
class Formula {
    private static final int DIGITS = 12;

    private final Standards standards;

    Formula(Standards standards) {
        this.standards = standards;
    }

    /**
     * The formula.
     *
     * @throws org.doudi.policy.MissingParameterException when nothing holds there and then
     */
    PriceLinkage at(String place, LocalDate month) {
        String division = place + "0".repeat(DIGITS - place.length());
        return PriceLinkage.at(standards.at(division, month), division, month);
    }

    /** The version of the values in force. */
    String version() {
        return standards.pack().version();
    }
}
