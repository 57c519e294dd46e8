package org.doudi.server.standards;

import java.time.LocalDate;
import org.doudi.policy.Parameters;
import org.doudi.policy.parameters.ParameterPack;
import org.springframework.stereotype.Component;

/** The parameters in force. */
@Component
public final class Standards {
    private final ParameterPack pack = ParameterPack.load();

    /** Every value with its place, dates and citation. */
    public ParameterPack pack() {
        return pack;
    }

    /**
     * What holds in a village on a day.
     *
     * @throws org.doudi.policy.MissingParameterException when a needed parameter has no value there and then
     */
    public Parameters at(String village, LocalDate date) {
        return pack.at(village, date);
    }
}
