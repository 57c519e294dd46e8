package org.doudi.policy.json;

import java.util.List;
import java.util.function.Function;
import org.doudi.policy.Household;
import org.jspecify.annotations.Nullable;

/** What a line turned out to be: a household, or errors. */
public sealed interface Line {
    /** One of two answers, by which of the two it is. */
    <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected);

    /**
     * A line that holds a household.
     *
     * @param household the household
     */
    record Accepted(Household household) implements Line {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected) {
            return accepted.apply(this);
        }
    }

    /**
     * A line that does not.
     *
     * @param householdId the id, or null when it could not be read
     * @param errors everything that is wrong, at least one
     */
    record Rejected(@Nullable String householdId, List<InputError> errors) implements Line {
        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }
}
