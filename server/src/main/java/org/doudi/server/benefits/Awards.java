package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed to whom, in two times: for which months, and since when we know. Nothing is overwritten: what is known no longer stays, so
 * that the amount of any month can be told as it was known at any moment.
 */
public interface Awards {
    /**
     * Whose aid.
     *
     * @param person whom it is for on an aid of persons, else null
     */
    record Whose(long household, @Nullable Long person, Aid aid) {}

    /**
     * From one month to another.
     *
     * @param from a first of a month
     * @param until the first month without, as its first day; null for good
     */
    record Months(LocalDate from, @Nullable LocalDate until) {
        public Months {
            if (from.getDayOfMonth() != 1 || (until != null && (until.getDayOfMonth() != 1 || !until.isAfter(from)))) {
                throw new IllegalArgumentException("months from " + from + " until " + until);
            }
        }
    }

    /** Owes an amount a month in these months, in place of what was owed in them. */
    void grant(Whose whose, long payee, Amount amount, Months months, Reason reason, String source);

    /** Owes nothing in these months. */
    void end(Whose whose, Months months, Reason reason, String source);

    /** Puts back what was owed before the changes that this source made. */
    void withdraw(long household, String source);

    /** What is owed to a household, as known now, the newest first. */
    List<Award> of(long household);
}
