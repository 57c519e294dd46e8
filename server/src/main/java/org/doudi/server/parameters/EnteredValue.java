package org.doudi.server.parameters;

import java.time.LocalDate;
import org.doudi.policy.Citation;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody entered.
 *
 * @param place the city's or the county's code
 * @param from the first day on which it holds
 * @param announced the day on which it became known
 * @param value as {@link org.doudi.policy.Unit} keeps it
 * @param document the document that sets it
 * @param article the place in it, or empty
 * @param enteredBy the account of who proposed it
 * @param entering the name of that person
 * @param deciding the name of who decided, or null while nobody has
 * @param why the reason of a refusal, or empty
 */
public record EnteredValue(
        long id,
        String place,
        Parameter parameter,
        LocalDate from,
        LocalDate announced,
        long value,
        String document,
        String article,
        State state,
        long enteredBy,
        String entering,
        LocalDate enteredOn,
        @Nullable String deciding,
        @Nullable LocalDate decidedOn,
        String why) {

    /** What became of it. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED,
        WITHDRAWN
    }

    /** Without its unit, as people write it. */
    public String shown() {
        return parameter.unit().shown(value);
    }

    /** As the rules read it, were it in force. */
    public ParameterValue asValue(LocalDate checkedOn) {
        return new ParameterValue(
                parameter,
                place,
                from,
                null,
                announced,
                value,
                new Citation(document, article, null),
                Grade.OFFICIAL,
                checkedOn);
    }
}
