package org.doudi.server.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * How well the data of an area hang together: figures without people.
 *
 * @param places by division
 * @param trend how many findings stood at the end of each week, the oldest first
 */
public record Scores(List<Place> places, List<Week> trend) {
    public Scores {
        places = List.copyOf(places);
        trend = List.copyOf(trend);
    }

    /**
     * One division.
     *
     * @param touched households in which something is to be mended
     * @param standing findings to be mended
     * @param alarms findings that a person called wrong
     * @param closed findings mended in the last thirty days
     */
    public record Place(String place, long households, long touched, long standing, long alarms, long closed) {
        private static final long WHOLE = 1000;

        /** Households in which nothing is to be mended, in a thousand. */
        public long perMille() {
            return households == 0 ? WHOLE : (households - touched) * WHOLE / households;
        }
    }

    /** The end of a week. */
    public record Week(LocalDate day, long standing) {}

    /**
     * How a rule fares.
     *
     * @param alarms how often a person called it wrong
     */
    public record OfRule(String rule, long standing, long alarms, long closed) {
        private static final long PERCENT = 100;

        /** How many of a hundred findings were called wrong. */
        public long wrongPercent() {
            long all = standing + alarms + closed;
            return all == 0 ? 0 : alarms * PERCENT / all;
        }
    }
}
