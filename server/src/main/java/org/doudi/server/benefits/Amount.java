package org.doudi.server.benefits;

import java.util.ArrayList;
import java.util.List;

/**
 * What is owed a month, and what it is made of.
 *
 * @param fen the whole
 * @param parts which add up to the whole; empty where nobody knows them
 */
public record Amount(long fen, List<AwardPart> parts) {
    public Amount {
        parts = List.copyOf(parts);
        if (!parts.isEmpty() && parts.stream().mapToLong(AwardPart::fen).sum() != fen) {
            throw new IllegalArgumentException(fen + " fen is not the sum of " + parts);
        }
    }

    /** A whole whose parts nobody knows. */
    public static Amount of(long fen) {
        return new Amount(fen, List.of());
    }

    /** What the rules say in parts, with what a person set beside it. */
    static Amount set(long fen, List<AwardPart> byRules) {
        List<AwardPart> parts = new ArrayList<>(byRules);
        long beside = fen - parts.stream().mapToLong(AwardPart::fen).sum();
        if (beside != 0) {
            parts.add(AwardPart.of(AwardPart.Kind.DECIDED, null, beside));
        }
        return new Amount(fen, parts);
    }
}
