package org.doudi.server.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Citation;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Parameters;
import org.doudi.policy.parameters.ParameterPack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The parameters in force: the pack that comes with the software, and over it what the city and its counties have put in force. */
@Component
public final class Standards {
    private static final String ENTERED = "parameters.entered";

    private final ParameterPack shipped = ParameterPack.load();
    private final JdbcClient jdbc;
    private volatile ParameterPack pack;

    Standards(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.pack = shipped.with(entered(), ENTERED);
    }

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

    /**
     * The pack as it would be with more values.
     *
     * @throws org.doudi.policy.parameters.ParameterPackException when that breaks a rule between parameters, such as clause 2.3-1
     */
    public ParameterPack with(List<ParameterValue> more) {
        return pack.with(more, ENTERED);
    }

    /** Takes up what was put in force since. */
    public void renew() {
        pack = shipped.with(entered(), ENTERED);
    }

    private List<ParameterValue> entered() {
        return jdbc.sql("select place, parameter, valid_from, announced, value, document, article, decided_on"
                        + " from parameters.entered where state = 'IN_FORCE' order by decided_at, id")
                .query((row, n) -> new ParameterValue(
                        Objects.requireNonNull(
                                Parameter.withKey(row.getString("parameter")), "unknown parameter in " + ENTERED),
                        row.getString("place"),
                        row.getObject("valid_from", LocalDate.class),
                        null,
                        row.getObject("announced", LocalDate.class),
                        row.getLong("value"),
                        new Citation(row.getString("document"), row.getString("article"), null),
                        Grade.OFFICIAL,
                        row.getObject("decided_on", LocalDate.class)))
                .list();
    }
}
