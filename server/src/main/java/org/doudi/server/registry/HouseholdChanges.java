package org.doudi.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Household;
import org.jspecify.annotations.Nullable;

/** Controlled changes of households. None is ever deleted: what was wrong is corrected by another change. */
public interface HouseholdChanges {
    /**
     * A household before and after.
     *
     * @param before null for one that the change founds
     * @param after null where nobody is left in it
     */
    record Side(@Nullable Seen before, @Nullable Seen after) {}

    /** A household as it stands, what the rules look at, and what disasters took of it. */
    record Seen(HouseholdView view, Household record, FactContent.Disasters disasters) {}

    /** A change that happened. */
    record Entry(
            long id,
            ChangeKind kind,
            long household,
            @Nullable Long other,
            LocalDate on,
            String source,
            String document,
            Instant knownFrom,
            String officer,
            Standing standing) {
        /** Whether it still holds. */
        public enum Standing {
            HOLDS,
            CORRECTED
        }
    }

    /** A person is the relative's {@code relation}. */
    record Kin(long person, String name, long relative, String relativeName, String relation, LocalDate from) {}

    /** Somebody who belonged to a household, lives, and belongs to none since a day. */
    record Away(long person, String name, LocalDate since) {}

    /** Those who are away from a household. */
    List<Away> away(long household);

    /**
     * A household before and after some writing of changes and facts, all of which is taken back.
     *
     * @param household the one that is looked at
     */
    Side tried(long household, Runnable work);

    /** What the change would do, without doing it. */
    List<Side> preview(HouseholdChange change);

    /** Does it; the household that was founded, or the one it happened to. */
    long carryOut(HouseholdChange change);

    /** Sets right a change that was wrong: what was believed before it is known again, from now on. */
    void correct(long household, long change, Evidence evidence);

    /**
     * Makes two records again of what a change made one. One person alone does not: it is asked for by one and confirmed by another before it comes here, so that
     * {@link #correct} refuses it.
     */
    void part(long household, long change, Evidence evidence);

    /** The changes of a household, the last first. */
    List<Entry> history(long household);

    /** The kin of a household's members. */
    List<Kin> kin(long household, LocalDate asOf, Instant knownOn);
}
