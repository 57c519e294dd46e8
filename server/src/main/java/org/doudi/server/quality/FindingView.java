package org.doudi.server.quality;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that does not hang together.
 *
 * @param personName whom it is about; null when it is about the household
 * @param detail what was found: an age, a day, a word, a number
 * @param marker who said that the rule is wrong here
 */
public record FindingView(
        long id,
        String village,
        long household,
        String householdNumber,
        @Nullable String headName,
        @Nullable String personName,
        Rule rule,
        String detail,
        FindingState state,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        @Nullable String marker,
        @Nullable String words,
        int version) {}
