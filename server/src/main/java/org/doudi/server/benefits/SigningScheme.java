package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Who signs before a county's money goes, by amount.
 *
 * @param from the first day that it holds for
 * @param source the rule that it carries out
 * @param bands the lowest first
 */
public record SigningScheme(
        long id, String county, LocalDate from, String source, State state, List<Band> bands, long proposedBy) {
    /** How far it is. */
    public enum State {
        PROPOSED,
        IN_FORCE,
        REFUSED
    }

    /**
     * Who signs from an amount on.
     *
     * @param fromFen the least amount of the band
     * @param finance how many of finance, with whoever releases
     * @param approvers how many of the county's approvers
     */
    public record Band(long fromFen, int finance, int approvers) {
        /** Where nothing else is laid down: one of finance. */
        public static final Band LEAST = new Band(0, 1, 0);
    }

    /** Copies what it is given. */
    public SigningScheme {
        bands = bands.stream().sorted(Comparator.comparingLong(Band::fromFen)).toList();
    }

    /** The band that an amount lies in; below the lowest one of finance is enough. */
    public Band band(long fen) {
        return bands.stream().filter(b -> b.fromFen() <= fen).reduce(Band.LEAST, (lower, higher) -> higher);
    }
}
