package org.doudi.cli;

import java.util.Locale;
import org.doudi.linkage.output.Outcome;
import picocli.CommandLine.Model.CommandSpec;

/** What a command that links or clears lists says at its end, on one machine or on many. */
public final class LinkedWords {
    private LinkedWords() {}

    /**
     * Says what became of two lists.
     *
     * @param rejected rows of both that took no part
     * @param out where the result is
     * @return the exit status
     */
    public static int linked(CommandSpec spec, Outcome outcome, long rejected, String out) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d pairs matched, %d to review; %d and %d rows unmatched; %d rows rejected. Written to %s%n",
                        outcome.matches().pairs(),
                        outcome.review().pairs(),
                        outcome.left().unmatched(),
                        outcome.right().unmatched(),
                        rejected,
                        out);
        return status(rejected);
    }

    /** Says what became of a list that was cleared of duplicates; answers the exit status. */
    public static int cleared(CommandSpec spec, Outcome outcome, long rejected, String out) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%d people stand in the list more than once, on %d rows; %d pairs to review; %d rows rejected. Written to %s%n",
                        outcome.left().clusters(),
                        outcome.left().duplicates(),
                        outcome.review().pairs(),
                        rejected,
                        out);
        return status(rejected);
    }

    private static int status(long rejected) {
        return rejected == 0 ? 0 : Failure.SOME_REJECTED;
    }
}
