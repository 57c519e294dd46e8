package org.doudi.server.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something new that the office learned.
 *
 * @param person the person it is about, null for the household as a whole
 * @param validFrom the first day on which it is true
 * @param validTo the first day on which it is no longer true, or null
 * @param source where it comes from: a list, a survey, a case
 */
public record FactChange(
        long household,
        @Nullable Long person,
        FactContent content,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {
    public FactChange {
        if ((person == null) == content.kind().ofPerson()) {
            throw new IllegalArgumentException("a fact of kind " + content.kind() + " about person " + person);
        }
        if (validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException("true from " + validFrom + " but no longer on " + validTo);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a fact has a source");
        }
    }

    /** Something about the household as a whole, true from a day on. */
    public static FactChange of(long household, FactContent content, LocalDate validFrom, String source) {
        return new FactChange(household, null, content, validFrom, null, source);
    }
}
