package org.doudi.policy;

/**
 * Work found through the poverty programme in the year that is looked at.
 *
 * @param mode where the work is
 * @param months months worked, 1 to 12
 */
public record Job(JobMode mode, int months) {
    /** The months of a year. */
    public static final int MOST_MONTHS = 12;

    /** Checks the months. */
    public Job {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("job months " + months + " is not 1 to 12");
        }
    }
}
