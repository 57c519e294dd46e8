package org.doudi.server.reverification;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One look at one household.
 *
 * @param number the household's number
 * @param left days until it is due, below 0 when it is overdue
 * @param visitor who is to visit, or null while nobody was asked
 * @param told whether and how the family was told
 * @param visit what the visit found, or null before it
 * @param end how it ended, or null before that
 * @param hold what stops payment, or null
 */
public record Reverification(
        long id,
        long household,
        String number,
        String head,
        String village,
        Category category,
        Origin origin,
        LocalDate baseOn,
        LocalDate dueOn,
        long left,
        Stage stage,
        @Nullable Long visitor,
        @Nullable String visitorName,
        Told told,
        @Nullable VisitMade visit,
        @Nullable End end,
        @Nullable Stop hold,
        int version) {
    private static final int SOON = 30;

    /** Why it is made; the message {@code reverification.origin.<origin>}. */
    public enum Origin {
        CALENDAR,
        SAMPLE
    }

    /** Whether and how the family was told. */
    public record Told(
            @Nullable LocalDate announcedOn,
            @Nullable LocalDate deliveredOn,
            @Nullable Way way,
            @Nullable String receivedBy) {}

    /**
     * What the visit found.
     *
     * @param change what changed, or null
     * @param evidence what was seen and shown
     * @param fallout why a person must look, or null
     */
    public record VisitMade(
            LocalDate on,
            long by,
            String byName,
            Finding finding,
            @Nullable ChangedFact change,
            String evidence,
            @Nullable Fallout fallout) {}

    /** How it ended. */
    public record End(
            Ending ending,
            LocalDate on,
            @Nullable String words,
            @Nullable String caseNumber) {}

    /** What stops payment, and when that ended. */
    public record Stop(long hold, @Nullable LocalDate liftedOn) {}

    /** How urgent it is, as a word and a colour. */
    public String light() {
        if (stage == Stage.DONE) {
            return "";
        }
        if (left < 0) {
            return "bad";
        }
        return left <= SOON ? "warn" : "ok";
    }
}
